public import EtudeCore

/// The cells of a plan with their spaces and blocks, drawn up before the first call.
///
/// Cells with the same pools and the same k share a space and one permutation of it. Each has a block of positions of its own,
/// rows × candidates long, in the order of the cells; a block is its owner's for ever.
public struct SamplePlan: Sendable {
    /// The cells in the decision order: splits of requests only, held-out splits, then as the file lists them; k ascending.
    public let cells: [PlannedCell]
    /// What a person should know.
    public let diagnostics: [Diagnostic]
    /// How combinations are drawn.
    public let strategy: SamplingStrategy
    let division: Division

    /// Draws up the cells.
    ///
    /// - Parameters:
    ///   - division: the divided catalog.
    ///   - splits: the splits, in the file's order.
    ///   - candidates: positions for each row asked for.
    ///   - strategy: how combinations are drawn.
    ///   - seed: the seed of the permutations.
    /// - Returns: the plan.
    /// - Throws: ``EtudeError`` with code `config` where more is asked for than a space holds, with both numbers.
    public static func make(
        division: Division,
        splits: [SplitRule],
        candidates: Int,
        strategy: SamplingStrategy,
        seed: Seed
    ) throws(EtudeError) -> SamplePlan {
        let order = splits.filter { !$0.texts } + splits.filter { $0.texts && $0.isHeldOut }
            + splits.filter { $0.texts && !$0.isHeldOut }
        var drafts: [CellDraft] = []
        for split in order {
            for (k, rows) in split.rows.sorted(by: { $0.key < $1.key }) {
                let cell = Cell(index: drafts.count, split: split.name, k: k, rows: rows)
                drafts.append(try CellDraft(cell: cell, split: split, division: division))
            }
        }
        var diagnostics: [Diagnostic] = []
        var blocks: [Int: Range<UInt128>] = [:]
        for (name, sharing) in Dictionary(grouping: drafts, by: \.spaceName).sorted(by: { $0.key < $1.key }) {
            let lengths = try BlockLengths(sharing, candidates: candidates, isExhaustive: strategy == .exhaustive)
            if let shrunk = lengths.shrunk {
                diagnostics.append(Diagnostic(.warning, rule: "blocks-shrunk", "The space \(name) \(shrunk)"))
            }
            var start: UInt128 = 0
            for (draft, length) in zip(sharing, lengths.lengths) {
                blocks[draft.cell.index] = start..<start + length
                start += length
            }
        }
        return SamplePlan(
            cells: drafts.map { draft in
                let block = blocks[draft.cell.index] ?? 0..<0
                let spaceSeed = seed.child("space", draft.spaceName)
                return PlannedCell(
                    cell: draft.cell,
                    split: draft.split,
                    space: draft.space,
                    eligible: draft.eligible,
                    block: block,
                    positions: strategy == .exhaustive
                        ? Int(clamping: block.upperBound - block.lowerBound) : draft.cell.rows * candidates,
                    permutation: Permutation(size: draft.space.size, seed: spaceSeed),
                    seed: spaceSeed.child("cell", draft.cell.name)
                )
            },
            diagnostics: diagnostics,
            strategy: strategy,
            division: division
        )
    }

    /// Where a decider takes its positions from.
    public func positions() -> SampledPositions { SampledPositions(self) }
}
