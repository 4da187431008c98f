import EtudeCore

/// Topics as a YAML list.
enum TopicDocument {
    static func topics(text: String, file: String) throws(EtudeError) -> [Topic] {
        var topics: [Topic] = []
        for reader in try YAMLReader.list(text: text, file: file, code: .data) { topics.append(try topic(reader)) }
        return topics
    }

    private static func topic(_ reader: YAMLReader) throws(EtudeError) -> Topic {
        var reader = reader
        let entry = try EntryName(&reader)
        let (aliases, lexicon) = (try reader.texts("aliases"), try lexicon(&reader))
        let source = try reader.string("source") ?? ""
        try reader.refuseUnknownKeys()
        let (id, name) = try entry.resolved(at: reader.place())
        return Topic(id: id, name: name, aliases: aliases, lexicon: lexicon, source: source, place: reader.place())
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
