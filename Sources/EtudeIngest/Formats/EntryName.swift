internal import EtudeCore

/// The id and the name of an entry, of which either may be left out.
enum EntryName {
    /// Reads both: the id is by default the name in kebab-case, the name the id with blanks for hyphens.
    static func read(_ reader: inout YAMLReader) throws(EtudeError) -> (id: String, name: String) {
        let id = try line("id", &reader)
        let name = try line("name", &reader)
        switch (id, name) {
        case (let id?, let name?): return (id, name)
        case (nil, let name?): return (try Identifier.of(name, at: reader.place()), name)
        case (let id?, nil): return (id, String(id.map { $0 == "-" ? " " : $0 }))
        case (nil, nil): throw reader.failure(nil, "The entry has neither `id` nor `name`; add one.")
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
