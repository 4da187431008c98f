public import EtudeCore

extension Topic {
    /// The members of the topic's entry in `catalog.jsonl`.
    public var json: [JSONMember] {
        [
            JSONMember("id", .string(id)),
            JSONMember("name", .string(name)),
            JSONMember("aliases", .strings(aliases)),
            JSONMember(
                "lexicon",
                [
                    "things": .strings(lexicon.things),
                    "acts": .strings(lexicon.acts),
                    "places": .strings(lexicon.places),
                    "roles": .strings(lexicon.roles),
                ]
            ),
            JSONMember("source", .string(source)),
            JSONMember("license", .string(license)),
            JSONMember("origin", .string(origin)),
        ]
    }

    /// Reads the members of an entry; releases of older programs say nothing of licence and origin.
    init(_ reader: inout RecordReader) throws(EtudeError) {
        var words = RecordReader(try reader.value("lexicon"))
        self.init(
            id: try reader.string("id"),
            name: try reader.string("name"),
            aliases: try reader.strings("aliases"),
            lexicon: Lexicon(
                things: try words.strings("things"),
                acts: try words.strings("acts"),
                places: try words.strings("places"),
                roles: try words.strings("roles")
            ),
            source: try reader.string("source"),
            license: try reader.optionalString("license") ?? "",
            origin: try reader.optionalString("origin") ?? ""
        )
        try words.refuseOtherKeys()
    }
}
