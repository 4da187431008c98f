import EtudeCore

/// Draws the positions of one split in waves, so that its skills end with the same number of rows: `balanced`.
///
/// The cells of a split share the counts. Each pick looks at the first undrawn eligible positions of its cell's block and
/// takes the combination
/// - with the fewest skills that would stand more than two rows above the even share (the rows of the split when its
///   open cells are full, spread over all skills, rounded down);
/// - then with the highest sum of needs: a skill's need is about 4^-d when it stands d rows above the skill that has
///   fewest, a topic's a quarter of the same;
/// - then the first in the block.
///
/// Counts are projected: a pick adds the square root of the chance that it becomes a row (what the cell's picks did so far,
/// by Laplace's rule of succession), at least 1 over the rows missed. At 4% acceptance a whole row for each pick, forty
/// picks a wave, would hide which skills lag; the bare chance would let many picks of a wave hold one lagging skill and pass
/// together. The fewer rows a cell misses, the more positions it looks at: the last rows must hold exactly the skills
/// that lag. The needs are piecewise linear, so that every machine computes the same bits.
public struct BalancedSampler: Sendable {
    /// The positions looked at: at least, at most, and the product with the rows missed that lies between.
    private static let window = (least: 2_048, most: 8_192, product: 65_536)

    /// A cell with what it has looked at and not drawn.
    private struct Source {
        let cell: PlannedCell
        var walk: BlockWalk
        var undrawn: [BlockWalk.Pick] = []
        var drawn = 0

        /// Takes the best pick of the window; nil when the block or the limit is used up.
        mutating func take(by projection: Projection, window: Int) -> BlockWalk.Pick? {
            guard drawn < cell.limit else { return nil }
            while undrawn.count < window, let pick = walk.next() { undrawn.append(pick) }
            let candidates = undrawn.prefix(window)
            guard let best = projection.best(of: candidates, firstTopic: cell.eligibility.topics.lowerBound) else {
                return nil
            }
            drawn += 1
            return undrawn.remove(at: best)
        }
    }

    /// The cells of the split.
    public var cells: [PlannedCell] { sources.map(\.cell) }

    private var sources: [Source]

    /// A sampler of a split.
    ///
    /// - Parameter cells: all cells of one split in a plan, k ascending.
    public init(_ cells: [PlannedCell]) {
        sources = cells.map { Source(cell: $0, walk: $0.walk) }
    }

    /// Positions walked over so far because a cell may not hold their combination, by the index of the cell.
    public var notEligible: [Int: Int] {
        Dictionary(uniqueKeysWithValues: sources.map { ($0.cell.cell.index, $0.walk.notEligible) })
    }

    /// The positions of the next wave.
    ///
    /// - Parameters:
    ///   - asks: by the index of an open cell, the rows it misses: as many positions are picked.
    ///   - accepted: the rows that the split has by the waves before.
    /// - Returns: the picks of each cell asked, fewer than asked where a cell's block or limit ends.
    public mutating func wave(asks: [Int: Int], accepted: SplitCounts) -> [Int: [Drawn]] {
        guard let first = sources.first?.cell else { return [:] }
        let topics = first.space.combinations.topics[first.eligibility.topics]
        var projection = Projection(
            skills: first.space.combinations.skills.map { accepted.skills[$0] ?? 0 },
            topics: topics.map { accepted.topics[$0] ?? 0 },
            missing: sources.reduce(0) { $0 + (asks[$1.cell.cell.index] ?? 0) * $1.cell.cell.k }
        )
        var picks: [Int: [Drawn]] = [:]
        for index in sources.indices {
            let cell = sources[index].cell
            guard let missing = asks[cell.cell.index], missing > 0 else { continue }
            let before = sources[index].drawn
            let rate = Double(max(0, cell.cell.rows - missing) + 1) / Double(before + 2)
            let weight = min(1, max(rate.squareRoot(), 1 / Double(missing)))
            let window = min(Self.window.most, max(Self.window.least, Self.window.product / missing))
            var wave: [Drawn] = []
            while wave.count < missing, let pick = sources[index].take(by: projection, window: window) {
                projection.add(pick, firstTopic: cell.eligibility.topics.lowerBound, weight: weight)
                wave.append(cell.drawn(pick, position: before + wave.count))
            }
            picks[cell.cell.index] = wave
        }
        return picks
    }
}
