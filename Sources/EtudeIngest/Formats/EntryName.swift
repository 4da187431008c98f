import EtudeCore

/// The id and the name of an entry, of which either may be left out.
struct EntryName {
    private let id: String?
    private let name: String?

    /// Reads both keys.
    init(_ reader: inout YAMLReader) throws(EtudeError) {
        id = try Self.line("id", &reader)
        name = try Self.line("name", &reader)
    }

    /// Both: the id is by default the name in kebab-case, the name the id with blanks for hyphens.
    func resolved(at place: Place) throws(EtudeError) -> (id: String, name: String) {
        switch (id, name) {
        case (let id?, let name?): return (id, name)
        case (nil, let name?): return (try Identifier.of(name, at: place), name)
        case (let id?, nil): return (id, String(id.map { $0 == "-" ? " " : $0 }))
        case (nil, nil): throw EtudeError(.data, "The entry has neither `id` nor `name`; add one.", at: place)
        }
    }

    private static func line(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> String? {
        guard let text = try reader.string(key) else { return nil }
        guard !text.allSatisfy(\.isWhitespace), !text.contains(where: \.isNewline) else {
            throw reader.failure(key, "One line of text is expected here.")
        }
        return Spelling.trimmed(text)
    }
}
