public import EtudeCore
public import EtudeStore

/// Writes entries as YAML in the one form in which `catalog import` leaves them.
///
/// Keys stand in a fixed order, only those with a value; texts that are more than a lowercase word stand in quotes, so that
/// every text reads back as it is. The same entries give the same bytes.
public struct CanonicalCatalog: Sendable {
    /// What stands above the entries.
    private static let header = """
        # A catalog in canonical form, written by `etude catalog import`. The `origin` of an entry says where it was first
        # taken from, and its `license` under which licence it may be used, as far as the source said so.

        """
    /// About how many bytes are written at a time.
    private static let block = 1 << 16

    private var text = ""

    private init() {}

    /// Writes a catalog.
    ///
    /// - Parameters:
    ///   - entries: the entries.
    ///   - writer: what takes the bytes; it is left open.
    /// - Throws: ``EtudeError`` with code `io`.
    public static func write(_ entries: [CatalogEntry], to writer: any ByteWriter) throws(EtudeError) {
        var catalog = CanonicalCatalog()
        catalog.text = header
        for entry in entries {
            catalog.add(entry)
            guard catalog.text.utf8.count >= block else { continue }
            try writer.write(Array(catalog.text.utf8))
            catalog.text.removeAll(keepingCapacity: true)
        }
        try writer.write(Array(catalog.text.utf8))
    }

    private mutating func add(_ entry: CatalogEntry) {
        text += "\n- id: \(YAMLWriter.scalar(entry.id ?? Identifier.of(entry.name)))\n"
        add("name", entry.name)
        add("aliases", words: entry.aliases)
        add("inflections", words: entry.inflections)
        add("category", entry.category ?? "")
        add("definition", entry.definition)
        add("examples", sentences: entry.examples)
        add(entry.counterexample)
        add("related", words: entry.related)
        add("realizations", sentences: entry.realizations.map(\.source))
        add(entry.lexicon)
        add("source", entry.source)
        add("license", entry.license)
        add("origin", entry.origin)
        if entry.isProposal { text += "  proposed: true\n" }
    }

    private mutating func add(_ key: String, _ value: String, indent: String = "  ") {
        guard !value.isEmpty else { return }
        text += "\(indent)\(key): \(YAMLWriter.scalar(value))\n"
    }

    private mutating func add(_ key: String, words: [String], indent: String = "  ") {
        guard !words.isEmpty else { return }
        text += "\(indent)\(key): \(YAMLWriter.list(words))\n"
    }

    private mutating func add(_ key: String, sentences: [String]) {
        guard !sentences.isEmpty else { return }
        text += "  \(key):\n"
        for sentence in sentences { text += "    - \(YAMLWriter.scalar(sentence))\n" }
    }

    private mutating func add(_ counterexample: Counterexample?) {
        guard let counterexample else { return }
        text += "  counterexample:\n    text: \(YAMLWriter.scalar(counterexample.text))\n"
        add("reason", counterexample.reason, indent: "    ")
    }

    private mutating func add(_ lexicon: Lexicon) {
        guard !lexicon.entries.isEmpty else { return }
        text += "  lexicon:\n"
        add("things", words: lexicon.things, indent: "    ")
        add("acts", words: lexicon.acts, indent: "    ")
        add("places", words: lexicon.places, indent: "    ")
        add("roles", words: lexicon.roles, indent: "    ")
    }
}
