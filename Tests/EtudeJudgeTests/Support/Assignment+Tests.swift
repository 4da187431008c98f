import EtudeCore
import EtudeIngest
import EtudePrompt
import Foundation

extension Assignment {
    /// An assignment by names only; an id is the name in small letters with hyphens for blanks.
    static func named(
        _ skills: [String],
        topic: String = "Sewing",
        limit: Int = 2,
        language: String = "en"
    ) -> Assignment {
        Assignment(
            skills: skills.map {
                Skill(id: identifier($0), name: $0, category: "tests", definition: "What \($0) is.")
            },
            topic: Topic(id: identifier(topic), name: topic),
            sentenceLimit: limit,
            language: language
        )
    }

    private static func identifier(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}

/// The folder of the project, in which `Templates` stands.
let projectFolder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The shipped rubric in a language, from the folder.
func shippedRubric(_ language: String = "en") throws -> Rubric {
    try RubricReader.rubric("Templates/rubrics/skill-mix", language: language, relativeTo: projectFolder.path)
}

/// Outcomes in the rubric's order as letters: p, f, u.
func letters(_ marks: [Criterion: Mark.Outcome], _ assignment: Assignment) -> String {
    String(Criterion.all(of: assignment).map { marks[$0]?.rawValue.first ?? "?" })
}
