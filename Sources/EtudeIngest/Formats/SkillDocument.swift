import EtudeCore

/// Skills as a YAML list.
enum SkillDocument {
    static func skills(text: String, file: String) throws(EtudeError) -> [Skill] {
        var skills: [Skill] = []
        for reader in try YAMLReader.list(text: text, file: file, code: .data) { skills.append(try skill(reader)) }
        return skills
    }

    private static func skill(_ reader: YAMLReader) throws(EtudeError) -> Skill {
        var reader = reader
        let entry = try EntryName(&reader)
        let definition = try reader.string("definition")
        var skill = Skill(
            id: "",
            name: "",
            aliases: try reader.texts("aliases"),
            inflections: try reader.texts("inflections"),
            category: try reader.string("category") ?? "uncategorized",
            definition: "",
            examples: try reader.texts("examples"),
            counterexample: try counterexample(&reader),
            related: try reader.texts("related"),
            realizations: try realizations(&reader),
            source: try reader.string("source") ?? "",
            place: reader.place()
        )
        try reader.refuseUnknownKeys()
        (skill.id, skill.name) = try entry.resolved(at: reader.place())
        skill.definition = try reader.required(definition, "definition")
        return skill
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
}
