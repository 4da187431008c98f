import EtudeCore

/// A stand-in for the bootstrap of the statistics.
enum Bootstrap {
    static func interval<Item>(
        items: [Item],
        resamples: Int,
        confidence: Double,
        seed: Seed,
        statistic: ([Item]) -> Double?
    ) -> ConfidenceInterval? {
        var generator = SeededGenerator(seed: seed)
        var values: [Double] = []
        for _ in 0..<resamples {
            let sample = items.indices.map { _ in items[generator.below(items.count)] }
            if let value = statistic(sample) { values.append(value) }
        }
        values.sort()
        guard !values.isEmpty else { return nil }
        let tail = (1 - confidence) / 2
        func quantile(_ share: Double) -> Double { values[Int((share * Double(values.count - 1)).rounded())] }
        return ConfidenceInterval(lower: quantile(tail), upper: quantile(1 - tail))
    }
}
