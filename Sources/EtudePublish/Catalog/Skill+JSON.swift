public import EtudeCore

extension Skill {
    /// The members of the skill's entry in `catalog.jsonl`.
    public var json: [JSONMember] {
        let counterexample: JSONValue =
            counterexample.map { ["text": .string($0.text), "reason": .string($0.reason)] } ?? [:]
        return [
            JSONMember("id", .string(id)),
            JSONMember("name", .string(name)),
            JSONMember("aliases", .strings(aliases)),
            JSONMember("inflections", .strings(inflections)),
            JSONMember("category", .string(category)),
            JSONMember("definition", .string(definition)),
            JSONMember("examples", .strings(examples)),
            JSONMember("counterexample", counterexample),
            JSONMember("related", .strings(related)),
            JSONMember("realizations", .strings(realizations.map(\.source))),
            JSONMember("source", .string(source)),
            JSONMember("license", .string(license)),
            JSONMember("origin", .string(origin)),
        ]
    }

    /// Reads the members of an entry; releases of older programs say nothing of licence and origin.
    init(_ reader: inout RecordReader) throws(EtudeError) {
        self.init(
            id: try reader.string("id"),
            name: try reader.string("name"),
            aliases: try reader.strings("aliases"),
            inflections: try reader.strings("inflections"),
            category: try reader.string("category"),
            definition: try reader.string("definition"),
            examples: try reader.strings("examples"),
            related: try reader.strings("related"),
            source: try reader.string("source"),
            license: try reader.optionalString("license") ?? "",
            origin: try reader.optionalString("origin") ?? ""
        )
        for clause in try reader.strings("realizations") { realizations.append(try Realization(clause)) }
        let counterexample = try reader.value("counterexample")
        guard counterexample.members != [] else { return }
        var inner = RecordReader(counterexample)
        self.counterexample = Counterexample(text: try inner.string("text"), reason: try inner.string("reason"))
        try inner.refuseOtherKeys()
    }
}

extension JSONValue {
    /// A list of texts.
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
