public import EtudeCore

/// What texts are marked by: criteria as data, and the templates in which judges are asked.
public struct Rubric: Sendable {
    /// The file of the criteria in a rubric's folder.
    public static let file = "rubric.yaml"
    /// The template that asks for a JSON verdict.
    public static let schemaFile = "schema.mustache"
    /// The template that asks for a table.
    public static let tableFile = "table.mustache"
    /// The variables that the words of a criterion may use; `skill` has a value only in the one that is repeated for each.
    public static let variables = ["k", "skill", "topic", "sentence_limit", "one_sentence"]

    /// The version of the rubric, by its own count.
    public let version: Int
    /// The criteria in order.
    public let criteria: [RubricCriterion]
    /// The templates.
    public let templates: TemplateSet

    /// A rubric.
    public init(version: Int, criteria: [RubricCriterion], templates: TemplateSet) {
        self.version = version
        self.criteria = criteria
        self.templates = templates
    }

    /// The name, or the folder as the user wrote it.
    public var name: String { templates.name }

    /// The language of its words.
    public var language: String { templates.language }

    /// The ids of its criteria in order; `skill` stands for one criterion of each skill.
    public var ids: [String] { criteria.map(\.id) }

    /// The ids of the criteria that SKILL-MIX does not have.
    public var ownIDs: [String] { ids.filter { !Criterion.standardIDs.contains($0) } }

    /// The criteria of an assignment in order.
    public func criteria(of assignment: Assignment) -> [Criterion] {
        Criterion.all(ids, skills: assignment.skills.map(\.id))
    }

    /// The lines of an assignment in order.
    ///
    /// - Throws: ``EtudeError`` with code `data` for words that cannot be filled in.
    public func lines(for assignment: Assignment) throws(EtudeError) -> [RubricLine] {
        var lines: [RubricLine] = []
        for entry in criteria {
            if entry.isPerSkill {
                for skill in assignment.skills {
                    lines.append(try line(.skill(skill.id), entry, skill: skill.name, of: assignment))
                }
            } else if let criterion = Criterion(name: entry.id) {
                lines.append(try line(criterion, entry, skill: "", of: assignment))
            }
        }
        return lines
    }

    /// The sentence limit as the rubric's language writes it before "sentences".
    public func sentenceLimit(of assignment: Assignment) -> String {
        language.split(separator: "-").first == "en"
            ? NumberWords.english(assignment.sentenceLimit) : String(assignment.sentenceLimit)
    }

    private func line(
        _ criterion: Criterion,
        _ entry: RubricCriterion,
        skill: String,
        of assignment: Assignment
    ) throws(EtudeError) -> RubricLine {
        let values: TemplateValues = [
            "k": .text(String(assignment.k)),
            "skill": .text(skill),
            "topic": .text(assignment.topic.name),
            "sentence_limit": .text(sentenceLimit(of: assignment)),
            "one_sentence": .flag(assignment.sentenceLimit == 1),
        ]
        return RubricLine(
            criterion: criterion,
            entry: entry,
            label: try entry.label.render(values),
            pass: try entry.pass?.render(values) ?? "",
            fail: try entry.fail?.render(values) ?? ""
        )
    }
}
