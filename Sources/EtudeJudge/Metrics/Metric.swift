/// The three metrics of SKILL-MIX (arXiv 2310.17567), each from 0 to 1.
public enum Metric: String, Sendable, Hashable, CaseIterable {
    /// The share of combinations of which a text has all k+3 points.
    case fullMarks = "ratio_of_full_marks"
    /// The share of combinations of which a text has all k skill points and at least two of the other three.
    case allSkills = "ratio_of_all_skills"
    /// The mean share of skill points, counted as 0 for a text that lacks any of the other three.
    case skillFraction = "skill_fraction"

    /// The name that the paper uses.
    public var title: String {
        switch self {
        case .fullMarks: "Ratio of Full Marks"
        case .allSkills: "Ratio of All Skills"
        case .skillFraction: "Skill Fraction"
        }
    }
}
