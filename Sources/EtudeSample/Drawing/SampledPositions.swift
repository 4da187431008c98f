public import EtudeCore

/// Gives out the positions of a plan: one by one, or by waves under `balanced`.
public struct SampledPositions: Sendable {
    /// Whether positions are given out by waves.
    public let hasWaves: Bool
    private var walks: [BlockWalk]
    private var balances: [String: BalancedSplit] = [:]

    init(_ plan: SamplePlan) {
        hasWaves = plan.strategy == .balanced
        walks = plan.cells.map { BlockWalk($0, division: plan.division) }
    }

    /// How many combinations of each cell were passed because its split may not hold them.
    public var notEligible: [Int] { walks.map(\.notEligible) }

    /// The next position of a cell; nil when its block or its positions are used up.
    public mutating func next(cell: Int) -> Drawn? {
        walks[cell].meet().flatMap { walks[cell].draw($0) }
    }

    /// The positions of a wave: those whose skills earlier waves left behind.
    ///
    /// - Parameter asks: how many positions each open cell asks for, by its index.
    /// - Returns: at most so many for each; none for a cell whose block is used up.
    public mutating func wave(asks: [Int: Int]) -> [Int: [Drawn]] {
        var result: [Int: [Drawn]] = [:]
        let bySplit = Dictionary(grouping: asks.keys.sorted()) { walks[$0].planned.cell.split }
        for (split, cells) in bySplit.sorted(by: { $0.key < $1.key }) {
            var balance = balances[split] ?? BalancedSplit()
            balance.beginWave(cells.map { (cell: $0, k: walks[$0].planned.cell.k, asks: asks[$0] ?? 0) })
            for cell in cells {
                for _ in 0..<(asks[cell] ?? 0) {
                    guard let drawn = balance.pick(cell, from: &walks[cell]) else { break }
                    result[cell, default: []].append(drawn)
                }
            }
            balances[split] = balance
        }
        return result
    }

    /// Takes note of a row.
    public mutating func kept(_ combination: Combination, cell: Int) {
        guard hasWaves else { return }
        balances[walks[cell].planned.cell.split]?.keep(combination, cell: cell)
    }
}
