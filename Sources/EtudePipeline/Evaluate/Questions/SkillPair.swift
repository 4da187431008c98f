/// Two skills, whatever their order.
struct SkillPair: Hashable {
    private let first: String
    private let second: String

    /// All pairs of some skills.
    static func all(of skills: [String]) -> Set<SkillPair> {
        let sorted = Set(skills).sorted()
        return Set(
            sorted.indices.flatMap { index in
                sorted[(index + 1)...].map { SkillPair(first: sorted[index], second: $0) }
            }
        )
    }
}
