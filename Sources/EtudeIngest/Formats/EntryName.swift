import EtudeCore

/// The id and the name of an entry, of which either may be left out.
enum EntryName {
    /// Both as a source has them, the name being by default the id with blanks for hyphens.
    static func resolve(id: String?, name: String?, at place: Place) throws(EtudeError) -> (id: String?, name: String) {
        switch (id, name) {
        case (_, let name?): return (id, name)
        case (let id?, nil): return (id, self.name(ofID: id))
        case (nil, nil): throw EtudeError(.data, "The entry has neither `id` nor `name`; add one.", at: place)
        }
    }

    /// An id with blanks for hyphens.
    static func name(ofID id: String) -> String { String(id.map { $0 == "-" ? " " : $0 }) }

    /// The one line of a text, its blanks mended; nil for what is not one line.
    static func line(_ text: String) -> String? {
        guard !text.contains(where: \.isNewline) else { return nil }
        let line = Spelling.trimmed(text)
        return line.isEmpty ? nil : line
    }
}
