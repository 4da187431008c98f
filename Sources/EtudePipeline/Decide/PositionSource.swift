public import EtudeCore
public import EtudeSample

/// Where a decider's positions come from.
public protocol PositionSource: Sendable {
    /// Whether positions are asked for by waves (`balanced`) instead of one by one.
    var hasWaves: Bool { get }

    /// How many combinations of a cell were passed because its split may not hold them.
    func notEligible(cell: Int) -> Int

    /// The next position of a cell; nil when its block is used up.
    mutating func next(cell: Int) -> Drawn?

    /// The positions of a wave.
    ///
    /// - Parameter asks: how many positions each open cell asks for, by its index.
    /// - Returns: at most so many positions for each; none for a cell whose block is used up.
    mutating func wave(asks: [Int: Int]) -> [Int: [Drawn]]

    /// Takes note of a row, whose skills later waves need less.
    mutating func kept(_ combination: Combination, cell: Int)
}
