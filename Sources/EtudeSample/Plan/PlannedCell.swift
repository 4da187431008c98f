public import EtudeCore

/// A cell with its space and its block.
public struct PlannedCell: Sendable, Hashable {
    /// The cell.
    public let cell: Cell
    /// The split's rule.
    public let split: SplitRule
    /// The space that its combinations come from.
    public let space: CombinationSpace
    /// How many combinations of the space the split may hold; nil where they are too many to be counted one by one.
    public let eligible: UInt128?
    /// The positions of the space's permutation that belong to the cell.
    public let block: Range<UInt128>
    /// The most eligible positions that may be used.
    public let positions: Int
    /// The permutation of the space, shared by all its cells.
    let permutation: Permutation
    /// The seed of the cell's space.
    let seed: Seed
}
