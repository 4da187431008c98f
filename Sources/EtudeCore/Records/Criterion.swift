/// One line of a rubric: k skills, then topic, sense and sentence limit (SKILL-MIX, arXiv 2310.17567), and what a rubric adds.
public enum Criterion: Sendable, Hashable {
    /// The text shows the skill of an id.
    case skill(String)
    /// The text pertains to the topic.
    case topic
    /// The text makes sense.
    case sense
    /// The text has at most as many sentences as allowed.
    case sentenceLimit
    /// A criterion of a rubric's own, by its id.
    case other(String)

    /// The id in a rubric that stands for one criterion of each skill.
    public static let perSkillID = "skill"

    /// The ids of the criteria that every rubric has: those of SKILL-MIX, in its order.
    public static let standardIDs = [perSkillID, "topic", "sense", "sentence-limit"]

    /// The name that rows use: `skill:<id>`, `topic`, `sense`, `sentence-limit`, or the id of a rubric's own.
    public var name: String {
        switch self {
        case .skill(let id): "skill:\(id)"
        case .topic: "topic"
        case .sense: "sense"
        case .sentenceLimit: "sentence-limit"
        case .other(let id): id
        }
    }

    /// Reads the name that rows use; nil for what can be no criterion's.
    public init?(name: String) {
        switch name {
        case "topic": self = .topic
        case "sense": self = .sense
        case "sentence-limit": self = .sentenceLimit
        default:
            if name.hasPrefix("skill:") {
                self = .skill(String(name.dropFirst(6)))
            } else if Self.isID(name), name != Self.perSkillID {
                self = .other(name)
            } else {
                return nil
            }
        }
    }

    /// Whether a word can be the id of a criterion: small letters, digits and single dashes inside, a letter first.
    public static func isID(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return word.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }

    /// The criteria that a rubric has for some skills.
    ///
    /// - Parameters:
    ///   - ids: the rubric's ids in its order; `skill` stands for one criterion of each skill.
    ///   - skills: the ids of the skills, in the order of the request.
    /// - Returns: the criteria in the rubric's order.
    public static func all(_ ids: [String] = standardIDs, skills: [String]) -> [Criterion] {
        ids.flatMap { id in
            id == perSkillID ? skills.map(Criterion.skill) : Criterion(name: id).map { [$0] } ?? []
        }
    }

    /// The k+3 criteria that every rubric has for an assignment, in SKILL-MIX's order.
    public static func all(of assignment: Assignment) -> [Criterion] {
        all(skills: assignment.skills.map(\.id))
    }
}
