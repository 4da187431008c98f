/// The percentile bootstrap (Efron 1979): how far a number would move, had other items of the same kind been drawn.
///
/// Items are drawn with replacement, whole, so what hangs together belongs into one item. A resample for which the number is
/// undefined is left out; where half of them are, there is no interval.
public enum Bootstrap: Sendable {
    /// The interval of one number over items.
    ///
    /// - Parameters:
    ///   - items: what was observed.
    ///   - resamples: how often as many items are drawn; none gives no interval.
    ///   - confidence: two-sided.
    ///   - seed: what the draws follow from.
    ///   - statistic: the number of some items; nil where it is undefined.
    /// - Returns: the interval; nil for fewer than two items, or where the number is mostly undefined.
    public static func interval<Item>(
        items: [Item],
        resamples: Int = 2000,
        confidence: Double = 0.95,
        seed: Seed,
        statistic: ([Item]) -> Double?
    ) -> ConfidenceInterval? {
        guard items.count > 1 else { return nil }
        var generator = SeededGenerator(seed: seed)
        var drawn = items
        var values: [Double] = []
        for _ in 0..<resamples {
            for index in drawn.indices { drawn[index] = items[generator.below(items.count)] }
            if let value = statistic(drawn) { values.append(value) }
        }
        return percentiles(values, of: resamples, confidence: confidence)
    }

    /// The intervals of several numbers over items of which equal ones are counted: as fast for a million items as for a few.
    ///
    /// - Parameters:
    ///   - counts: how many items there are of each kind.
    ///   - resamples: how often as many items are drawn; none gives no interval.
    ///   - confidence: two-sided, of each number by itself.
    ///   - seed: what the draws follow from.
    ///   - statistics: the numbers of so many items of each kind, always as many and in one order; nil where undefined.
    /// - Returns: an interval for each number; nil for fewer than two items, or where a number is mostly undefined.
    public static func intervals(
        counts: [Int],
        resamples: Int = 2000,
        confidence: Double = 0.95,
        seed: Seed,
        statistics: ([Int]) -> [Double?]
    ) -> [ConfidenceInterval?] {
        var values: [[Double]] = statistics(counts).map { _ in [] }
        guard counts.reduce(0, +) > 1 else { return values.map { _ in nil } }
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<resamples {
            for (index, value) in statistics(generator.redrawn(counts)).enumerated() {
                if let value { values[index].append(value) }
            }
        }
        return values.map { percentiles($0, of: resamples, confidence: confidence) }
    }

    private static func percentiles(_ values: [Double], of resamples: Int, confidence: Double) -> ConfidenceInterval? {
        guard values.count * 2 > resamples else { return nil }
        let sorted = values.sorted()
        let tail = (1 - confidence) / 2
        return ConfidenceInterval(lower: percentile(sorted, tail), upper: percentile(sorted, 1 - tail))
    }

    /// The value that a share of the sorted values lies below, between two of them by proportion.
    private static func percentile(_ sorted: [Double], _ share: Double) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = Int(position)
        guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
