import EtudeCore
import EtudePrompt

/// The criteria of a rubric as YAML.
enum RubricDocument {
    /// What a file of criteria says.
    struct Contents {
        let version: Int
        let criteria: [RubricCriterion]
    }

    /// The most criteria beside those of the skills.
    static let maximumCriteria = 24

    static func read(text: String, file: String) throws(EtudeError) -> Contents {
        var reader = try YAMLReader(text: text, file: file, code: .data)
        let version = try reader.int("version")
        let entries = try reader.readers("criteria")
        try reader.refuseUnknownKeys()
        guard let version else { throw reader.failure(nil, "The rubric has no `version`; begin with `version: 1`.") }
        guard let entries else { throw reader.failure(nil, "The rubric has no `criteria`; list them.") }
        var criteria: [RubricCriterion] = []
        for entry in entries { criteria.append(try criterion(entry)) }
        try refuseRepetition(in: criteria)
        for id in Criterion.standardIDs where !criteria.contains(where: { $0.id == id }) {
            throw reader.failure(
                "criteria",
                "The criterion `\(id)` is missing; every rubric has \(Criterion.standardIDs.joined(separator: ", "))."
            )
        }
        guard criteria.count <= maximumCriteria else {
            throw reader.failure("criteria", "A rubric has at most \(maximumCriteria) criteria.")
        }
        return Contents(version: version, criteria: criteria)
    }

    private static func criterion(_ reader: YAMLReader) throws(EtudeError) -> RubricCriterion {
        var reader = reader
        let id = try reader.string("id")
        let each = try reader.string("each")
        let label = try phrase("label", &reader)
        let (pass, fail) = (try phrase("pass", &reader), try phrase("fail", &reader))
        let decision = try decision(&reader)
        let codeFails = try reader.texts("code_fails")
        let evidence = try reader.string("evidence")
        try reader.refuseUnknownKeys()
        guard let label else { throw reader.failure(nil, "The entry has no `label`; add it.") }
        let criterion = RubricCriterion(
            id: try reader.required(id, "id"),
            label: label,
            pass: pass,
            fail: fail,
            decision: decision,
            codeFails: codeFails,
            evidence: try self.evidence(evidence, reader),
            place: reader.place()
        )
        try refuseID(criterion.id, reader)
        guard each == (criterion.isPerSkill ? "skill" : nil) else {
            throw reader.failure(
                each == nil ? nil : "each",
                "The criterion `\(Criterion.perSkillID)`, and no other, is repeated: write `each: skill` there."
            )
        }
        return criterion
    }

    private static func phrase(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> Template? {
        guard let text = try reader.string(key) else { return nil }
        guard text.contains(where: \.isLetter), !text.contains("\n") else {
            throw reader.failure(key, "Words in one line are expected here.")
        }
        return try Template(phrase: text, known: Rubric.variables, at: reader.place(of: key))
    }

    private static func decision(_ reader: inout YAMLReader) throws(EtudeError) -> RubricCriterion.Decision {
        let decider = try reader.string("decided_by") ?? "model"
        let check = try reader.string("check")
        switch (decider, check) {
        case ("model", nil): return .model
        case ("code", let check?): return .code(check)
        case ("model", _): throw reader.failure("check", "Only a criterion with `decided_by: code` has a `check`.")
        case ("code", nil): throw reader.failure("decided_by", "Name the `check` of code that decides.")
        default: throw reader.failure("decided_by", "`\(decider)` should be `model` or `code`.")
        }
    }

    private static func evidence(
        _ word: String?,
        _ reader: YAMLReader
    ) throws(EtudeError) -> RubricCriterion.Evidence {
        guard let word else { return .required }
        guard let evidence = RubricCriterion.Evidence(rawValue: word) else {
            throw reader.failure("evidence", "`\(word)` should be `required` or `optional`.")
        }
        return evidence
    }

    /// Words that mean something else in an accept rule.
    private static let reserved: Set<String> = [
        "k", "skills", "others", "points", "total", "unknown", "and", "or", "not", "full-marks", "all-skills",
    ]

    private static func refuseID(_ id: String, _ reader: YAMLReader) throws(EtudeError) {
        guard Criterion.isID(id) else {
            throw reader.failure(
                "id",
                "`\(id)` should be written in small letters, digits and dashes, such as `register`."
            )
        }
        guard !reserved.contains(id) else {
            throw reader.failure("id", "`\(id)` means something else in an accept rule; choose another id.")
        }
    }

    private static func refuseRepetition(in criteria: [RubricCriterion]) throws(EtudeError) {
        var ids: Set<String> = []
        var labels: Set<String> = []
        for criterion in criteria {
            guard ids.insert(criterion.id).inserted else {
                throw EtudeError(.data, "The criterion `\(criterion.id)` stands twice.", at: criterion.place)
            }
            guard labels.insert(criterion.label.source).inserted else {
                throw EtudeError(
                    .data,
                    "Two criteria have the label of `\(criterion.id)`; judges could not tell them apart.",
                    at: criterion.place
                )
            }
        }
    }
}
