internal import EtudeCore

/// Skills as a YAML list.
enum SkillDocument {
    static func skills(text: String, file: String) throws(EtudeError) -> [Skill] {
        var skills: [Skill] = []
        for reader in try YAMLReader.list(text: text, file: file, code: .data) {
            var reader = reader
            skills.append(try skill(&reader))
            try reader.refuseUnknownKeys()
        }
        return skills
    }

    private static func skill(_ reader: inout YAMLReader) throws(EtudeError) -> Skill {
        let (id, name) = try EntryName.read(&reader)
        return Skill(
            id: id,
            name: name,
            aliases: try reader.strings("aliases") ?? [],
            inflections: try reader.strings("inflections") ?? [],
            category: try reader.string("category") ?? "uncategorized",
            definition: try reader.required("definition"),
            examples: try reader.strings("examples") ?? [],
            counterexample: try counterexample(&reader),
            related: try reader.strings("related") ?? [],
            realizations: try realizations(&reader),
            source: try reader.string("source") ?? "",
            place: reader.place()
        )
    }

    private static func counterexample(_ reader: inout YAMLReader) throws(EtudeError) -> Counterexample? {
        guard var inner = try reader.reader("counterexample") else { return nil }
        let counterexample = Counterexample(text: try inner.required("text"), reason: try inner.string("reason") ?? "")
        try inner.refuseUnknownKeys()
        return counterexample
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
}
