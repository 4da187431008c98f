import EtudeCore
import EtudePrompt

/// An assignment and templates that several tests share.
enum Fixtures {
    static let skills = [
        Skill(
            id: "first-skill",
            name: "first skill, with a comma",
            category: "literary",
            definition: "What the first is.",
            examples: ["First example A.", "First example B.", "First example C.", "First example D."]
        ),
        Skill(id: "second-skill", name: "second skill", category: "logic", definition: "What the second is."),
    ]

    static func assignment(sentenceLimit: Int = 1, language: String = "en") -> Assignment {
        Assignment(
            skills: skills,
            topic: Topic(id: "some-topic", name: "some topic"),
            sentenceLimit: sentenceLimit,
            language: language
        )
    }

    static func templates(_ language: String = "en") throws -> TemplateSet {
        try TemplateLibrary.load("skill-mix", language: language, relativeTo: "/")
    }

    /// A set of one's own with the given files.
    static func templates(files: [String: String]) throws -> TemplateSet {
        TemplateSet(
            name: "mine",
            language: "en",
            files: try files.map { ($0.key, try Template(source: $0.value, file: $0.key)) }
        )
    }
}
