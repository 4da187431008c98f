import EtudeCore

/// The keys of an entry in YAML.
enum YAMLEntry {
    static func read(_ reader: YAMLReader) throws(EtudeError) -> CatalogEntry {
        var reader = reader
        let (id, name) = (try line("id", &reader), try line("name", &reader))
        var entry = CatalogEntry(name: "", place: reader.place())
        entry.aliases = try reader.texts("aliases")
        entry.inflections = try reader.texts("inflections")
        entry.category = try reader.string("category").flatMap { $0.isEmpty ? nil : $0 }
        entry.definition = try reader.string("definition") ?? ""
        entry.examples = try reader.texts("examples")
        entry.counterexample = try counterexample(&reader)
        entry.related = try reader.texts("related")
        entry.realizations = try realizations(&reader)
        entry.lexicon = try lexicon(&reader)
        entry.source = try reader.string("source") ?? ""
        entry.license = try reader.string("license") ?? ""
        entry.origin = try reader.string("origin") ?? ""
        entry.isProposal = try reader.bool("proposed") ?? false
        try reader.refuseUnknownKeys()
        (entry.id, entry.name) = try EntryName.resolve(id: id, name: name, at: entry.place)
        return entry
    }

    private static func line(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> String? {
        guard let text = try reader.string(key) else { return nil }
        guard let line = EntryName.line(text) else { throw reader.failure(key, "One line of text is expected here.") }
        return line
    }

    private static func counterexample(_ reader: inout YAMLReader) throws(EtudeError) -> Counterexample? {
        guard var inner = try reader.reader("counterexample") else { return nil }
        let (text, reason) = (try inner.string("text"), try inner.string("reason") ?? "")
        try inner.refuseUnknownKeys()
        return Counterexample(text: try inner.required(text, "text"), reason: reason)
    }

    private static func realizations(_ reader: inout YAMLReader) throws(EtudeError) -> [Realization] {
        var realizations: [Realization] = []
        for (text, place) in try reader.placedStrings("realizations") ?? [] {
            do {
                realizations.append(try Realization(text))
            } catch {
                throw EtudeError(error.code, error.message, at: place)
            }
        }
        return realizations
    }

    private static func lexicon(_ reader: inout YAMLReader) throws(EtudeError) -> Lexicon {
        guard var inner = try reader.reader("lexicon") else { return Lexicon() }
        let lexicon = Lexicon(
            things: try inner.texts("things"),
            acts: try inner.texts("acts"),
            places: try inner.texts("places"),
            roles: try inner.texts("roles")
        )
        try inner.refuseUnknownKeys()
        return lexicon
    }
}
