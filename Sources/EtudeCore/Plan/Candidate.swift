/// A combination at a position of a cell's plan, with an attempt number and the seed that follows from them.
public struct Candidate: Sendable, Hashable {
    /// How many attempts a position may have.
    public static let attempts = 1...100

    /// The index of the cell in the decision order.
    public let cell: Int
    /// The position in the cell, from 0.
    public let position: Int
    /// The attempt at the position, from 0; attempts share combination, skill order and wording.
    public let attempt: Int
    /// What the text must show.
    public let combination: Combination
    /// The seed of everything drawn for the position: it is the same for all its attempts.
    public let positionSeed: Seed
    /// The seed of this attempt's sampling.
    public let seed: Seed

    /// A candidate of a plan.
    public init(
        cell: Int,
        position: Int,
        attempt: Int,
        combination: Combination,
        positionSeed: Seed,
        seed: Seed
    ) {
        self.cell = cell
        self.position = position
        self.attempt = attempt
        self.combination = combination
        self.positionSeed = positionSeed
        self.seed = seed
    }
}
