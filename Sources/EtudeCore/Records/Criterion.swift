/// One line of a rubric: k skills, then topic, sense and sentence limit (SKILL-MIX, arXiv 2310.17567).
public enum Criterion: Sendable, Hashable {
    /// The text shows the skill of an id.
    case skill(String)
    /// The text pertains to the topic.
    case topic
    /// The text makes sense.
    case sense
    /// The text has at most as many sentences as allowed.
    case sentenceLimit

    /// The name that rows use: `skill:<id>`, `topic`, `sense`, `sentence-limit`.
    public var name: String {
        switch self {
        case .skill(let id): "skill:\(id)"
        case .topic: "topic"
        case .sense: "sense"
        case .sentenceLimit: "sentence-limit"
        }
    }

    /// The k+3 criteria of an assignment, in the rubric's order.
    public static func all(of assignment: Assignment) -> [Criterion] {
        assignment.skills.map { .skill($0.id) } + [.topic, .sense, .sentenceLimit]
    }
}
