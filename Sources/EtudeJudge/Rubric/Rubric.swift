import EtudeCore
import EtudeModel
import EtudePrompt

/// Writes what a judge is asked, from the templates of a rubric.
///
/// The draft stands between two equal marks that it does not hold, and the criteria come in an order of their own for every
/// request; both follow from the request's seed.
struct Rubric {
    /// The file that asks for a JSON verdict.
    static let schemaFile = "schema.mustache"
    /// The file that asks for a table.
    static let tableFile = "table.mustache"
    /// The variables that a rubric's templates may name.
    static let variables = [
        "k", "topic", "sentence_limit", "one_sentence", "fence", "text", "skills", "skills.name", "skills.definition",
        "skills.examples", "skills.counterexample", "skills.reason", "criteria", "criteria.id", "criteria.label",
    ]

    private let template: Template
    private let language: String
    private let isStructured: Bool

    /// The rubric for judges that answer in JSON, or for those that answer with a table.
    ///
    /// - Parameters:
    ///   - templates: the rubric's files.
    ///   - isStructured: whether a JSON verdict is wanted.
    /// - Throws: ``EtudeError`` with code `data` for a file that is missing or names a variable that has no value.
    init(_ templates: TemplateSet, isStructured: Bool) throws(EtudeError) {
        template = try templates[isStructured ? Self.schemaFile : Self.tableFile]
        try template.requireOnly(Self.variables)
        language = templates.language
        self.isStructured = isStructured
    }

    /// The request to mark a text.
    func request(
        _ text: String,
        for assignment: Assignment,
        settings: SamplingSettings,
        seed: Seed
    ) throws(EtudeError) -> ChatRequest {
        var generator = SeededGenerator(seed: seed.child("order"))
        let criteria = generator.shuffled(Criterion.all(of: assignment))
        let values = values(text, assignment, criteria, fence: Fence.mark(seed: seed.child("fence"), absentFrom: text))
        return ChatRequest(
            messages: [Message(.user, try template.render(values))],
            settings: settings,
            schema: isStructured ? VerdictSchema.schema(of: Criterion.all(of: assignment)) : nil,
            seed: seed,
            task: .mark(assignment, text: text)
        )
    }

    private func values(
        _ text: String,
        _ assignment: Assignment,
        _ criteria: [Criterion],
        fence: String
    ) -> TemplateValues {
        let labels = CriterionLabel(assignment: assignment, language: language)
        return [
            "k": .text(String(assignment.k)),
            "topic": .text(assignment.topic.name),
            "sentence_limit": .text(labels.sentenceLimit),
            "one_sentence": .flag(assignment.sentenceLimit == 1),
            "fence": .text(fence),
            "text": .text(text),
            "skills": .list(assignment.skills.map(Self.values)),
            "criteria": .list(
                criteria.map { ["id": .text($0.name), "label": .text(labels.text(of: $0))] }
            ),
        ]
    }

    private static func values(of skill: Skill) -> TemplateValues {
        [
            "name": .text(skill.name),
            "definition": .text(skill.definition),
            "examples": .text(skill.examples.joined(separator: "\n")),
            "counterexample": .text(skill.counterexample?.text ?? ""),
            "reason": .text(skill.counterexample?.reason ?? ""),
        ]
    }
}
