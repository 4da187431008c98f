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
        let names = assignment.skills.flatMap { skill in
            NameForms.of(skill).map { NameMatcher.Name(owner: skill.id, form: $0) }
        }
        let named = Set(NameMatcher(names).matches(in: text).map(\.owner))
        return assignment.skills.map(\.id).filter(named.contains)
    }
}
