public import EtudeCore

/// The skills of a source, and what a person should know of their reading.
public struct SkillFile: Sendable, Hashable {
    /// The skills in the order of the source.
    public var skills: [Skill]
    /// What was left out, such as rows that their status excludes.
    public var notes: [Diagnostic]

    /// Skills with the notes of their reading.
    public init(skills: [Skill], notes: [Diagnostic] = []) {
        self.skills = skills
        self.notes = notes
    }
}
