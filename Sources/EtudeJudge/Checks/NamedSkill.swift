public import EtudeCore
import EtudeText

/// Finds a text that names a skill of its assignment outright instead of showing it.
public struct NamedSkill: CodeCheck {
    /// `named-skill`.
    public let id = "named-skill"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the ids of the skills by ``CodeChecks/namedSkills(in:of:)``.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let named = CodeChecks.namedSkills(in: text.words.map(Plurals.singular), of: text.assignment)
        return named.isEmpty ? nil : CodeFinding(.namesSkill, named.joined(separator: ", "))
    }
}

extension CodeChecks {
    /// The skills of an assignment that a text names outright instead of showing them.
    ///
    /// Names, aliases and inflections count, as whole words in singular or plural: "metaphors" names a metaphor,
    /// "metaphorical" does not.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - assignment: what was asked for.
    /// - Returns: the ids of the skills named, in the assignment's order.
    public static func namedSkills(in text: String, of assignment: Assignment) -> [String] {
        namedSkills(in: Folding.nameWords(text), of: assignment)
    }

    /// The skills that folded words in the singular name.
    fileprivate static func namedSkills(in nameWords: [String], of assignment: Assignment) -> [String] {
        assignment.skills.filter { !matcher(of: $0).matches(inNameWords: nameWords).isEmpty }.map(\.id)
    }

    private static let matchers = EntryMemo<Skill, NameMatcher>()

    private static func matcher(of skill: Skill) -> NameMatcher {
        matchers.value(for: skill) {
            NameMatcher(NameForms.of(skill).map { NameMatcher.Name(owner: skill.id, form: $0) })
        }
    }
}
