public import EtudeCore
public import EtudeSample

/// Gives out the positions of a sample plan: one by one, or by waves under `balanced`, whose cells of one split share their
/// counts of skills.
public struct SampledPositions: PositionSource, Sendable {
    /// Whether positions are given out by waves.
    public let hasWaves: Bool
    private let cells: [PlannedCell]
    private var walkers: [CellSampler]
    private var balances: [String: BalancedSampler] = [:]
    private var counts: [String: SplitCounts] = [:]

    /// The positions of a plan, from their start.
    public init(_ plan: SamplePlan, strategy: SamplingStrategy) {
        hasWaves = strategy == .balanced
        cells = plan.cells
        walkers = plan.cells.map(CellSampler.init)
        guard hasWaves else { return }
        for (split, cells) in Dictionary(grouping: plan.cells, by: \.cell.split) {
            balances[split] = BalancedSampler(cells)
        }
    }

    /// How many combinations of a cell were passed because its split may not hold them.
    public func notEligible(cell: Int) -> Int {
        guard hasWaves else { return walkers[cell].notEligible }
        return balances[cells[cell].cell.split]?.notEligible[cell] ?? 0
    }

    /// The next position of a cell; nil when its block or its positions are used up.
    public mutating func next(cell: Int) -> Drawn? { walkers[cell].next() }

    /// The positions of a wave: those whose skills earlier waves left behind.
    public mutating func wave(asks: [Int: Int]) -> [Int: [Drawn]] {
        var wave: [Int: [Drawn]] = [:]
        for split in balances.keys.sorted() {
            let wanted = asks.filter { cells[$0.key].cell.split == split }
            guard !wanted.isEmpty else { continue }
            let drawn = balances[split]?.wave(asks: wanted, accepted: counts[split] ?? SplitCounts())
            wave.merge(drawn ?? [:]) { first, _ in first }
        }
        return wave
    }

    /// Takes note of a row.
    public mutating func kept(_ combination: Combination, cell: Int) {
        counts[cells[cell].cell.split, default: SplitCounts()].add(combination)
    }
}
