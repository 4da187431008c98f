/// Walks positions of a space in order and keeps the eligible ones that were not drawn before.
struct BlockWalk: Sendable {
    /// An eligible combination, by position, by rank and by indexes in the pools.
    struct Pick: Sendable, Hashable {
        let position: UInt128
        let rank: UInt128
        let skillIndexes: [Int]
        let topicIndex: Int
    }

    let space: SampledSpace
    let eligibility: Eligibility
    /// The positions that are walked, in order.
    let ranges: [Range<UInt128>]
    /// What was drawn from other spaces that hold some of the same combinations.
    let earlier: [EarlierDraws]
    /// Positions walked over that were not eligible, or were drawn before.
    private(set) var notEligible = 0
    private var range = 0
    private var cursor: UInt128

    init(
        space: SampledSpace,
        eligibility: Eligibility,
        ranges: [Range<UInt128>],
        earlier: [EarlierDraws] = []
    ) {
        self.space = space
        self.eligibility = eligibility
        self.ranges = ranges
        self.earlier = earlier
        cursor = ranges.first?.lowerBound ?? 0
    }

    /// The next eligible combination; nil at the end.
    mutating func next() -> Pick? {
        while let position = nextPosition() {
            let rank = space.permutation.rank(at: position)
            let (skills, topic) = space.combinations.combination(rank)
            guard eligibility.admits(skills, topicIndex: topic),
                !earlier.contains(where: { $0.holds(skills, topicIndex: topic) })
            else {
                notEligible += 1
                continue
            }
            return Pick(position: position, rank: rank, skillIndexes: skills, topicIndex: topic)
        }
        return nil
    }

    private mutating func nextPosition() -> UInt128? {
        while range < ranges.count {
            if cursor < ranges[range].upperBound {
                defer { cursor += 1 }
                return cursor
            }
            range += 1
            if range < ranges.count { cursor = ranges[range].lowerBound }
        }
        return nil
    }
}
