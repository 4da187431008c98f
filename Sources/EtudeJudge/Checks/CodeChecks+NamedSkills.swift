public import EtudeCore
import EtudeText

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
        let words = Folding.nameWords(text)
        return assignment.skills.filter { !matcher(of: $0).matches(inNameWords: words).isEmpty }.map(\.id)
    }

    private static let matchers = EntryMemo<Skill, NameMatcher>()

    private static func matcher(of skill: Skill) -> NameMatcher {
        matchers.value(for: skill) {
            NameMatcher(NameForms.of(skill).map { NameMatcher.Name(owner: skill.id, form: $0) })
        }
    }
}
