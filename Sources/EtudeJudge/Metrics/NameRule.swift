import EtudeCore
import EtudeText

/// How it is told that a text names a skill instead of showing it, which name deduction takes a point for.
public enum NameRule: String, Sendable, Hashable, CaseIterable {
    /// Names, aliases and inflections, as whole words in singular or plural: "metaphors" names a metaphor, "metaphorical" does
    /// not.
    case robust
    /// The rule of the original code: what stands before the parenthesis of a name, anywhere in the text, in small letters.
    case original

    /// The skills of a text that it names.
    ///
    /// - Parameter text: the text.
    /// - Returns: the ids, in the order of its skills.
    public func namedSkills(in text: GradedText) -> [String] {
        switch self {
        case .robust:
            let words = Folding.nameWords(text.text)
            return text.skills.filter { !Self.matcher(of: $0).matches(inNameWords: words).isEmpty }.map(\.id)
        case .original:
            let small = text.text.lowercased()
            return text.skills.filter { skill in
                let name = Self.trimmed(skill.names[0].prefix { $0 != "(" }).lowercased()
                return !name.isEmpty && TextSearch.firstRange(of: name, in: small[...]) != nil
            }
            .map(\.id)
        }
    }

    private static func matcher(of skill: GradedText.Skill) -> NameMatcher {
        let entry = Skill(id: skill.id, name: skill.names[0], aliases: skill.names, category: "", definition: "")
        return NameMatcher(NameForms.of(entry).map { NameMatcher.Name(owner: skill.id, form: $0) })
    }

    private static func trimmed(_ name: Substring) -> Substring {
        let words = name.drop(while: \.isWhitespace)
        guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return words[...last]
    }
}
