public import EtudeCore

/// A combination drawn at a position of a cell.
public struct Drawn: Sendable, Hashable {
    /// The index of the cell in the decision order.
    public let cell: Int
    /// The position in the cell, from 0; positions that are not eligible are not counted.
    public let position: Int
    /// The position in the cell's space, where it is found again by later releases.
    public let place: UInt128
    /// The rank in the cell's combination space.
    public let rank: UInt128
    /// The skills, in the order of the request, and the topic.
    public let combination: Combination
    /// The seed of everything drawn for the position.
    public let positionSeed: Seed

    /// The candidate of an attempt at this position.
    ///
    /// - Parameter attempt: the attempt, from 0.
    /// - Returns: the candidate, with a sampling seed of its own.
    public func candidate(attempt: Int) -> Candidate {
        Candidate(
            cell: cell,
            position: position,
            attempt: attempt,
            combination: combination,
            positionSeed: positionSeed,
            seed: positionSeed.child("attempt", String(attempt))
        )
    }
}
