public import EtudeCore

/// A cell with its space, its block of positions and what the block can give.
public struct PlannedCell: Sendable, Hashable {
    /// The cell, numbered in the decision order.
    public let cell: Cell
    /// The space it draws from, which other cells may share.
    public let space: SampledSpace
    /// The positions of the space that are this cell's for ever.
    public let block: Range<UInt128>
    /// How many combinations of the whole space the cell may draw.
    public let eligible: Capacity
    /// The most eligible positions that the cell uses: its rows times the plan's candidates.
    public let limit: Int

    let eligibility: Eligibility
    let seed: Seed

    /// The eligible positions that are left to this cell, one after the other.
    var walk: BlockWalk { BlockWalk(space: space, eligibility: eligibility, block: block) }

    /// What becomes of a pick at a position of the cell.
    func drawn(_ pick: BlockWalk.Pick, position: Int) -> Drawn {
        let positionSeed = seed.child("position", cell.name, String(pick.rank))
        var generator = SeededGenerator(seed: positionSeed.child("order"))
        let skills = generator.shuffled(pick.skillIndexes.map { space.combinations.skills[$0] })
        return Drawn(
            cell: cell.index,
            position: position,
            rank: pick.rank,
            combination: Combination(skills: skills, topic: space.combinations.topics[pick.topicIndex]),
            positionSeed: positionSeed
        )
    }
}
