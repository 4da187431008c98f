/// Which combinations a split may hold, and how many rows it wants.
public struct SplitRule: Sendable, Hashable {
    /// Which side of the division a pool is.
    public enum Side: String, Sendable, Hashable {
        /// What trains.
        case train
        /// What is held out.
        case heldOut = "held-out"
        /// Both; of skills at least one of each side.
        case any
    }

    /// Whether rows keep clear of closed combinations or hold one.
    public enum Combinations: String, Sendable, Hashable {
        /// No row of train skills holds a closed combination.
        case open
        /// Every row holds a closed combination.
        case heldOut = "held-out"
    }

    /// The name of the split.
    public let name: String
    /// The pool of skills.
    public let skills: Side
    /// The pool of topics.
    public let topics: Side
    /// Whether rows keep clear of closed combinations or hold one.
    public let combinations: Combinations
    /// Whether a teacher writes texts; false for a split of requests only.
    public let texts: Bool
    /// The rows wanted, by k.
    public let rows: [Int: Int]

    /// A split.
    public init(name: String, skills: Side, topics: Side, combinations: Combinations, texts: Bool, rows: [Int: Int]) {
        self.name = name
        self.skills = skills
        self.topics = topics
        self.combinations = combinations
        self.texts = texts
        self.rows = rows
    }

    /// Whether anything of it is held out.
    var isHeldOut: Bool { skills != .train || topics != .train || combinations == .heldOut }
}
