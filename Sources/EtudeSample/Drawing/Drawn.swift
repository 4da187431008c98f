public import EtudeCore

/// A position of a cell with the combination that stands there.
public struct Drawn: Sendable, Hashable {
    /// The number of the position among the cell's eligible ones, from 0.
    public let position: Int
    /// The rank of the combination in its space.
    public let rank: UInt128
    /// The skills' ids, in the order in which requests name them.
    public let skills: [String]
    /// The topic's id.
    public let topic: String
    /// The seed of everything drawn for the position.
    public let positionSeed: Seed
}
