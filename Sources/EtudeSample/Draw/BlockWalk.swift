/// Walks the positions of a block in order and keeps the eligible ones.
struct BlockWalk: Sendable {
    /// An eligible combination, by rank and by indexes in the pools.
    struct Pick: Sendable, Hashable {
        let rank: UInt128
        let skillIndexes: [Int]
        let topicIndex: Int
    }

    let space: SampledSpace
    let eligibility: Eligibility
    let block: Range<UInt128>
    /// Positions walked over that were not eligible.
    private(set) var notEligible = 0
    private var cursor: UInt128

    init(space: SampledSpace, eligibility: Eligibility, block: Range<UInt128>) {
        self.space = space
        self.eligibility = eligibility
        self.block = block
        cursor = block.lowerBound
    }

    /// The next eligible combination; nil at the end of the block.
    mutating func next() -> Pick? {
        while cursor < block.upperBound {
            let rank = space.permutation.rank(at: cursor)
            cursor += 1
            let (skills, topic) = space.combinations.combination(rank)
            guard eligibility.admits(skills, topicIndex: topic) else {
                notEligible += 1
                continue
            }
            return Pick(rank: rank, skillIndexes: skills, topicIndex: topic)
        }
        return nil
    }
}
