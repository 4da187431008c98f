public import EtudeCore

/// A cell with its space, its block of positions and what the block can give.
public struct PlannedCell: Sendable, Hashable {
    /// The cell, numbered in the decision order.
    public let cell: Cell
    /// The space it draws from, which other cells may share.
    public let space: SampledSpace
    /// The positions of the space that the plan gives to this cell, for ever; empty where earlier ones suffice.
    public let block: Range<UInt128>
    /// What earlier releases gave to the cell and have decided of it; nil in a first release.
    public let history: CellHistory?
    /// How many combinations of the whole space the cell may draw.
    public let eligible: Capacity
    /// The most eligible positions that the cell uses: its rows times the plan's candidates.
    public let limit: Int

    let eligibility: Eligibility
    let seed: Seed
    /// What was drawn from other spaces that hold some of the same combinations.
    let earlier: [EarlierDraws]

    /// How many positions earlier releases have decided: the number of the first that is drawn.
    var firstPosition: Int { history?.count ?? 0 }

    /// The eligible positions that are left to this cell, one after the other: what earlier blocks have left, then the new one.
    var walk: BlockWalk { walk(along: (history?.remaining ?? []) + (block.isEmpty ? [] : [block])) }

    /// What the cell was given and has decided, once some of the plan's positions are decided.
    ///
    /// - Parameter decided: the positions in the space that were decided, in any order.
    /// - Returns: the history that the next release goes on from.
    public func history(deciding decided: [UInt128]) -> CellHistory {
        let blocks = (history?.blocks ?? []) + (block.isEmpty ? [] : [block])
        let before = history?.decided ?? []
        let end = max(before.last?.upperBound ?? 0, (decided.max() ?? 0) + (decided.isEmpty ? 0 : 1))
        let now = Positions.union(before + decided.map { $0..<$0 + 1 })
        // What may not stand in the cell between two decided positions is bridged, so that the ranges stay few.
        var walk = walk(along: Positions.difference(blocks, now))
        var open: [Range<UInt128>] = []
        while let pick = walk.next(), pick.position < end { open.append(pick.position..<pick.position + 1) }
        let reached = blocks.filter { $0.lowerBound < end }.map { $0.lowerBound..<min($0.upperBound, end) }
        return CellHistory(
            cell: cell.name,
            space: space.id,
            blocks: Positions.union(blocks),
            decided: Positions.difference(reached, open),
            count: firstPosition + decided.count
        )
    }

    private func walk(along ranges: [Range<UInt128>]) -> BlockWalk {
        BlockWalk(space: space, eligibility: eligibility, ranges: ranges, earlier: earlier)
    }

    /// What becomes of the pick that is the plan's n-th of the cell.
    func drawn(_ pick: BlockWalk.Pick, position: Int) -> Drawn {
        let positionSeed = seed.child("position", cell.name, String(pick.rank))
        var generator = SeededGenerator(seed: positionSeed.child("order"))
        let skills = generator.shuffled(pick.skillIndexes.map { space.combinations.skills[$0] })
        return Drawn(
            cell: cell.index,
            position: firstPosition + position,
            place: pick.position,
            rank: pick.rank,
            combination: Combination(skills: skills, topic: space.combinations.topics[pick.topicIndex]),
            positionSeed: positionSeed
        )
    }
}
