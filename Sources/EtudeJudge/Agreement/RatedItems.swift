import EtudeCore

/// Ratings gathered item by item, so that a bootstrap draws whole items; items with the same ratings are counted, not kept.
///
/// An item is what hangs together, such as all skill marks of one text.
public struct RatedItems: Sendable {
    /// The ratings of all items.
    public private(set) var total: RatingTable
    /// The different items in the order in which they came, and how often each did.
    private(set) var kinds: [RatingTable] = []
    private(set) var counts: [Int] = []
    private var indexes: [RatingTable: Int] = [:]

    /// No items yet.
    ///
    /// - Parameters:
    ///   - raters: how many raters there are.
    ///   - categories: how many categories there are.
    public init(raters: Int, categories: Int) {
        total = RatingTable(raters: raters, categories: categories)
    }

    /// How many items there are.
    public var count: Int { counts.reduce(0, +) }

    /// Takes an item.
    ///
    /// - Parameter item: its ratings, a table of the same shape.
    public mutating func add(_ item: RatingTable) {
        total.add(item)
        if let index = indexes[item] {
            counts[index] += 1
        } else {
            indexes[item] = kinds.count
            kinds.append(item)
            counts.append(1)
        }
    }

    /// Numbers of all ratings, each with its bootstrap interval by item.
    ///
    /// - Parameters:
    ///   - seed: what the draws follow from.
    ///   - resamples: how often items are drawn.
    ///   - measures: the numbers; nil where undefined.
    /// - Returns: an estimate for each, nil where undefined.
    func estimates(
        seed: Seed,
        resamples: Int,
        of measures: [(RatingTable) -> Double?]
    ) -> [Estimate?] {
        let empty = RatingTable(raters: total.raters, categories: total.categories)
        let intervals = Bootstrap.intervals(counts: counts, resamples: resamples, seed: seed) { counts in
            var table = empty
            for (kind, count) in zip(kinds, counts) where count > 0 { table.add(kind, times: count) }
            return measures.map { $0(table) }
        }
        return zip(measures, intervals).map { measure, interval in
            measure(total).map { Estimate($0, interval: interval) }
        }
    }
}
