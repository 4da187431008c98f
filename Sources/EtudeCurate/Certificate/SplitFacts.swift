public import EtudeCore

/// What a release says of one of its splits: which rows it may hold.
public struct SplitFacts: Sendable, Hashable {
    /// A side of the division into what training may hold and what it may not.
    public typealias Side = SplitSide
    /// Which combinations of train skills a split holds.
    public typealias Combinations = SplitCombinations

    /// The name.
    public let name: String
    /// The side of its skills.
    public let skills: Side
    /// The side of its topics.
    public let topics: Side
    /// Which combinations it holds.
    public let combinations: Combinations
    /// Whether its rows have texts; a split without is one of requests only.
    public let texts: Bool

    /// What a split may hold.
    public init(name: String, skills: Side, topics: Side, combinations: Combinations = .open, texts: Bool = true) {
        self.name = name
        self.skills = skills
        self.topics = topics
        self.combinations = combinations
        self.texts = texts
    }

    /// Whether the split holds anything that training may not.
    public var isHeldOut: Bool { skills != .train || topics != .train || combinations == .heldOut }

    /// Whether the split is one that a student may be trained on.
    public var isTraining: Bool { texts && !isHeldOut }
}
