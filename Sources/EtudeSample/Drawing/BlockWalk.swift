import EtudeCore

/// Walks a cell's block in order, past combinations that its split may not hold.
struct BlockWalk: Sendable {
    /// A combination that was met, before it is given a position.
    struct Met: Sendable {
        let rank: UInt128
        let skills: [Int]
        let topic: Int
    }

    let planned: PlannedCell
    /// How many combinations were passed because the split may not hold them.
    private(set) var notEligible = 0
    private let eligibility: Eligibility
    private var next: UInt128
    private var given = 0

    init(_ planned: PlannedCell, division: Division) {
        self.planned = planned
        eligibility = Eligibility(split: planned.split, pool: planned.space.skills, division: division)
        next = planned.block.lowerBound
    }

    /// The next eligible combination; nil at the end of the block.
    mutating func meet() -> Met? {
        while next < planned.block.upperBound {
            let rank = planned.permutation(next)
            next += 1
            let (skills, topic) = planned.space.combination(rank: rank)
            if eligibility.allows(skills) { return Met(rank: rank, skills: skills, topic: topic) }
            notEligible += 1
        }
        return nil
    }

    /// Gives a combination the cell's next position; nil when all its positions are used.
    mutating func draw(_ met: Met) -> Drawn? {
        guard given < planned.positions else { return nil }
        defer { given += 1 }
        let seed = planned.seed.child("position", "\(met.rank)")
        var generator = SeededGenerator(seed: seed.child("skill-order"))
        return Drawn(
            position: given,
            rank: met.rank,
            skills: generator.shuffled(met.skills.map { planned.space.skills[$0] }),
            topic: planned.space.topics[met.topic],
            positionSeed: seed
        )
    }
}
