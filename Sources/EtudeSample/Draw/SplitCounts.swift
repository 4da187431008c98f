public import EtudeCore

/// The accepted rows of a split, by skill and by topic.
public struct SplitCounts: Sendable, Hashable {
    /// Rows that show a skill, by its id.
    public private(set) var skills: [String: Int] = [:]
    /// Rows on a topic, by its id.
    public private(set) var topics: [String: Int] = [:]

    /// No rows.
    public init() {}

    /// Adds an accepted row.
    public mutating func add(_ combination: Combination) {
        for skill in combination.skills { skills[skill, default: 0] += 1 }
        topics[combination.topic, default: 0] += 1
    }
}
