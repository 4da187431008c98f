import EtudeText

/// Drops combinations that hold a listed skill.
public struct SkillFilter: Sendable, Hashable {
    private let keys: Set<String>

    /// A filter of some skills.
    ///
    /// - Parameter skills: names, aliases or ids; small and capital letters, hyphens and blanks are alike.
    public init(_ skills: [String]) {
        keys = Set(skills.map(Folding.key))
    }

    /// Whether a text stays.
    public func keeps(_ text: GradedText) -> Bool {
        text.skills.allSatisfy { skill in
            ([skill.id] + skill.names).allSatisfy { !keys.contains(Folding.key($0)) }
        }
    }
}
