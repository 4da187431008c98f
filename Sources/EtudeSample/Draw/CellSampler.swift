/// Draws the positions of one cell in the order of the permutation: `uniform` and `exhaustive`.
public struct CellSampler: Sendable {
    /// The cell that is drawn from.
    public let cell: PlannedCell
    /// Positions drawn so far.
    public private(set) var drawn = 0
    /// Positions skipped so far because the cell may not hold their combination.
    public var notEligible: Int { walk.notEligible }

    private var walk: BlockWalk

    /// A sampler at the start of its cell's block.
    public init(_ cell: PlannedCell) {
        self.cell = cell
        walk = cell.walk
    }

    /// The next eligible position; nil at the end of the block, or when the cell's limit is drawn.
    public mutating func next() -> Drawn? {
        guard drawn < cell.limit, let pick = walk.next() else { return nil }
        defer { drawn += 1 }
        return cell.drawn(pick, position: drawn)
    }
}
