public import EtudeCore

/// What a split of a release may hold, and how much of it is asked for.
public struct SplitRule: Sendable, Hashable {
    /// The entries that a split draws from.
    public typealias Pool = SplitSide
    /// How a split stands to the tuples of train skills that training may not hold.
    public typealias Combinations = SplitCombinations

    /// The name, unique among splits.
    public var name: String
    /// The pool of skills.
    public var skills: Pool
    /// The pool of topics.
    public var topics: Pool
    /// The tuples of train skills.
    public var combinations: Combinations
    /// Whether texts are written; otherwise the split holds requests only.
    public var texts: Bool
    /// The rows asked for, by k.
    public var rows: [Int: Int]

    /// A split with its rows.
    public init(
        name: String,
        skills: Pool,
        topics: Pool,
        combinations: Combinations = .open,
        texts: Bool = true,
        rows: [Int: Int]
    ) {
        self.name = name
        self.skills = skills
        self.topics = topics
        self.combinations = combinations
        self.texts = texts
        self.rows = rows
    }

    /// Whether a student may learn from it: train skills, train topics, open combinations.
    public var isTraining: Bool { skills == .train && topics == .train && combinations == .open }

    /// The place in the decision order: requests only, then held out, then training.
    var decisionClass: Int { texts ? (isTraining ? 2 : 1) : 0 }
}

extension Division {
    /// The skills of a pool; of both sides, those of training first.
    func skills(in pool: SplitRule.Pool) -> [String] {
        switch pool {
        case .train: trainSkills
        case .heldOut: heldOutSkills
        case .any: trainSkills + heldOutSkills
        }
    }

    /// The topics of a pool; of both sides, those of training first.
    func topics(in pool: SplitRule.Pool) -> [String] {
        switch pool {
        case .train: trainTopics
        case .heldOut: heldOutTopics
        case .any: trainTopics + heldOutTopics
        }
    }
}
