internal import EtudeCore

/// Topics as a YAML list.
enum TopicDocument {
    static func topics(text: String, file: String) throws(EtudeError) -> [Topic] {
        var topics: [Topic] = []
        for reader in try YAMLReader.list(text: text, file: file, code: .data) {
            var reader = reader
            topics.append(try topic(&reader))
            try reader.refuseUnknownKeys()
        }
        return topics
    }

    private static func topic(_ reader: inout YAMLReader) throws(EtudeError) -> Topic {
        let (id, name) = try EntryName.read(&reader)
        return Topic(
            id: id,
            name: name,
            aliases: try reader.strings("aliases") ?? [],
            lexicon: try lexicon(&reader),
            source: try reader.string("source") ?? "",
            place: reader.place()
        )
    }

    private static func lexicon(_ reader: inout YAMLReader) throws(EtudeError) -> Lexicon {
        guard var inner = try reader.reader("lexicon") else { return Lexicon() }
        let lexicon = Lexicon(
            things: try inner.strings("things") ?? [],
            acts: try inner.strings("acts") ?? [],
            places: try inner.strings("places") ?? [],
            roles: try inner.strings("roles") ?? []
        )
        try inner.refuseUnknownKeys()
        return lexicon
    }
}
