public import EtudeCore
public import EtudePrompt

/// The values that a request's template may name.
///
/// The wording of a position is drawn from the position's seed alone, so that all its attempts, and the teacher's and the
/// student's requests, show the same example of a skill.
public struct RequestValues: Sendable {
    /// Every variable a request may name, fields of lists as `list.field`.
    public static let known = [
        "genre", "topic", "k", "sentence_limit", "one_sentence", "limited", "definitions", "explanation", "skills",
        "skills.first", "skills.name", "skills.definition", "skills.example",
    ]

    /// What a text is called in the request, such as "a short piece of prose".
    public let genre: String
    /// Whether the skills' definitions and examples are shown.
    public let definitions: Bool
    /// Whether an explanation is asked for.
    public let explanation: Bool
    /// Whether the most sentences allowed are told.
    public let limited: Bool

    /// Choices that hold for every item.
    public init(genre: String, definitions: Bool, explanation: Bool, limited: Bool) {
        self.genre = genre
        self.definitions = definitions
        self.explanation = explanation
        self.limited = limited
    }

    /// The values for an assignment.
    ///
    /// - Parameters:
    ///   - assignment: what the text must show.
    ///   - positionSeed: the seed that all attempts at the position share.
    /// - Returns: a value for each of ``known``.
    public func values(for assignment: Assignment, positionSeed: Seed) -> TemplateValues {
        let skills = assignment.skills.enumerated().map { index, skill in
            [
                "first": TemplateValue.flag(index == 0),
                "name": .text(skill.name),
                "definition": .text(skill.definition),
                "example": .text(Self.example(of: skill, positionSeed: positionSeed)),
            ]
        }
        return [
            "genre": .text(genre),
            "topic": .text(assignment.topic.name),
            "k": .text(String(assignment.k)),
            "sentence_limit": .text(String(assignment.sentenceLimit)),
            "one_sentence": .flag(assignment.sentenceLimit == 1),
            "limited": .flag(limited),
            "definitions": .flag(definitions),
            "explanation": .flag(explanation),
            "skills": .list(skills),
        ]
    }

    /// The example of a skill that a position shows; empty for a skill without one.
    private static func example(of skill: Skill, positionSeed: Seed) -> String {
        guard !skill.examples.isEmpty else { return "" }
        var generator = SeededGenerator(seed: positionSeed.child("example", skill.id))
        return skill.examples[generator.below(skill.examples.count)]
    }
}
