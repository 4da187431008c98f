import EtudeCore

/// Which combinations of a space a cell may draw.
struct Eligibility: Sendable, Hashable {
    /// What is asked of the skills.
    enum Condition: Sendable, Hashable {
        /// Nothing more than that they are in the pool.
        case all
        /// At least one below the index and one from it on: the pool holds train skills, then held-out ones.
        case bothSides(firstHeldOut: Int)
        /// No closed tuple.
        case open(ClosedTuples)
        /// At least one closed tuple.
        case closed(ClosedTuples)
    }

    /// How many sets of skills are drawn for an estimate.
    static let sampleSize = 65_536

    let condition: Condition
    /// The topics by index.
    let topics: Range<Int>

    init(_ rule: SplitRule, division: Division, topicPool: SplitRule.Pool) {
        switch (rule.skills, rule.combinations) {
        case (.train, .open):
            condition = division.closed.isEmpty ? .all : .open(ClosedTuples(division.closed, in: division.trainSkills))
        case (.train, .heldOut):
            condition = .closed(ClosedTuples(division.closed, in: division.trainSkills))
        case (.heldOut, _):
            condition = .all
        case (.any, _):
            condition = .bothSides(firstHeldOut: division.trainSkills.count)
        }
        let train = division.trainTopics.count
        let count = division.topics(in: topicPool).count
        switch (topicPool, rule.topics) {
        case (.any, .train): topics = 0..<train
        case (.any, .heldOut): topics = train..<count
        default: topics = 0..<count
        }
    }

    /// Whether a combination may be drawn.
    ///
    /// - Parameters:
    ///   - skillIndexes: the skills by index in the pool, ascending.
    ///   - topicIndex: the topic by index in the pool.
    /// - Returns: whether it may.
    func admits(_ skillIndexes: [Int], topicIndex: Int) -> Bool {
        guard topics.contains(topicIndex) else { return false }
        switch condition {
        case .all: return true
        case .bothSides(let boundary):
            return skillIndexes[0] < boundary && skillIndexes[skillIndexes.count - 1] >= boundary
        case .open(let closed): return !closed.isHeld(by: skillIndexes)
        case .closed(let closed): return closed.isHeld(by: skillIndexes)
        }
    }

    /// How many combinations of a space may be drawn.
    func capacity(in space: CombinationSpace) -> Capacity {
        let all = space.size / UInt128(space.topics.count)
        let sets: UInt128?
        switch condition {
        case .all: sets = all
        case .bothSides(let boundary):
            let binomials = Binomials(upTo: space.skills.count, k: space.k)
            sets = all - binomials[boundary, space.k] - binomials[space.skills.count - boundary, space.k]
        case .open(let closed):
            sets = OpenSets.count(size: space.k, among: space.skills.count, closed: closed)
        case .closed(let closed):
            sets = OpenSets.count(size: space.k, among: space.skills.count, closed: closed).map { all - $0 }
        }
        return Capacity(count: (sets ?? estimate(in: space, of: all)) * UInt128(topics.count), isExact: sets != nil)
    }

    /// The share of a fixed sample, times all sets.
    func estimate(in space: CombinationSpace, of all: UInt128) -> UInt128 {
        let permutation = Permutation(size: all, seed: Seed(0))
        let sample = min(UInt128(Self.sampleSize), all)
        var hits: UInt128 = 0
        for position in 0..<sample {
            let rank = permutation.rank(at: position) * UInt128(space.topics.count)
            if admits(space.combination(rank).skillIndexes, topicIndex: topics.lowerBound) { hits += 1 }
        }
        let (quotient, remainder) = all.quotientAndRemainder(dividingBy: sample)
        return quotient * hits + remainder * hits / sample
    }
}
