import EtudeCore
import EtudeModel
import EtudePrompt

/// Writes what a judge is asked, from the templates of a rubric.
///
/// The draft stands between two equal marks that it does not hold, and the criteria come in an order of their own for every
/// request; both follow from the request's seed.
struct RubricPrompt {
    /// The variables that a rubric's templates may name.
    static let variables = [
        "k", "topic", "sentence_limit", "one_sentence", "fence", "text", "skills", "skills.name", "skills.definition",
        "skills.examples", "skills.counterexample", "skills.reason", "criteria", "criteria.id", "criteria.label",
        "criteria.number", "criteria.pass", "criteria.fail",
    ]

    private let rubric: Rubric
    private let template: Template
    private let isStructured: Bool

    /// The prompts for judges that answer in JSON, or for those that answer with a table.
    ///
    /// - Parameters:
    ///   - rubric: the rubric.
    ///   - isStructured: whether a JSON verdict is wanted.
    /// - Throws: ``EtudeError`` with code `data` for a file that is missing or names a variable that has no value.
    init(_ rubric: Rubric, isStructured: Bool) throws(EtudeError) {
        template = try rubric.templates[isStructured ? Rubric.schemaFile : Rubric.tableFile]
        try template.requireOnly(Self.variables)
        self.rubric = rubric
        self.isStructured = isStructured
    }

    /// The request to mark a text.
    func request(
        _ text: String,
        for assignment: Assignment,
        settings: SamplingSettings,
        seed: Seed
    ) throws(EtudeError) -> ChatRequest {
        let lines = try rubric.lines(for: assignment)
        var generator = SeededGenerator(seed: seed.child("order"))
        let fence = Fence.mark(seed: seed.child("fence"), absentFrom: text)
        let values = values(text, assignment, generator.shuffled(lines), fence: fence)
        return ChatRequest(
            messages: [Message(.user, try template.render(values))],
            settings: settings,
            schema: isStructured ? VerdictSchema.schema(criteria: lines.count) : nil,
            seed: seed,
            task: .mark(assignment, text: text)
        )
    }

    private func values(
        _ text: String,
        _ assignment: Assignment,
        _ lines: [RubricLine],
        fence: String
    ) -> TemplateValues {
        [
            "k": .text(String(assignment.k)),
            "topic": .text(assignment.topic.name),
            "sentence_limit": .text(rubric.sentenceLimit(of: assignment)),
            "one_sentence": .flag(assignment.sentenceLimit == 1),
            "fence": .text(fence),
            "text": .text(text),
            "skills": .list(assignment.skills.map(Self.values)),
            "criteria": .list(
                lines.enumerated().map { index, line in
                    [
                        "number": .text(String(index + 1)),
                        "id": .text(line.criterion.name),
                        "label": .text(line.label),
                        "pass": .text(line.pass),
                        "fail": .text(line.fail),
                    ]
                }
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
