public import EtudeCore

/// How much better one student does than another on the same combinations.
public struct PairedComparison: Sendable {
    /// The second student less the first, on one metric.
    public struct Difference: Sendable, Hashable {
        /// The mean difference with its standard error.
        public let estimate: MeanEstimate
        /// The bootstrap interval of the mean, by combination; nil of a single combination.
        public let interval: ConfidenceInterval?
        /// On how many combinations the second student does better.
        public let better: Int
        /// On how many it does worse.
        public let worse: Int
        /// The smallest difference that so many combinations can show.
        public let smallest: Double?
    }

    /// The first student, such as the base model.
    public let first: CellScore
    /// The second, such as the fine-tuned one.
    public let second: CellScore
    private let pairs: [(first: Int, second: Int)]

    /// Pairs two cells of one judge, setting and k by their questions; nil where they have none in common.
    public init?(_ first: CellScore, _ second: CellScore) {
        (self.first, self.second) = (first, second)
        let positions = Dictionary(uniqueKeysWithValues: second.scores.enumerated().map { ($1.question, $0) })
        pairs = first.scores.enumerated().compactMap { index, score in
            positions[score.question].map { (index, $0) }
        }
        guard !pairs.isEmpty else { return nil }
    }

    /// How many combinations both have answered.
    public var combinations: Int { pairs.count }

    /// The difference on a metric.
    ///
    /// - Parameters:
    ///   - metric: which.
    ///   - aggregation: how generations become one value.
    ///   - seed: the seed of the resampling.
    ///   - resamples: how often combinations are drawn anew.
    /// - Returns: the difference.
    public func difference(
        of metric: Metric,
        over aggregation: CellScore.Aggregation,
        seed: Seed,
        resamples: Int = 2000
    ) -> Difference? {
        let firsts = first.values(of: metric, over: aggregation)
        let seconds = second.values(of: metric, over: aggregation)
        let differences = pairs.map { seconds[$0.second] - firsts[$0.first] }
        guard let estimate = MeanEstimate(differences) else { return nil }
        let interval =
            differences.count > 1
            ? Bootstrap.interval(items: differences, resamples: resamples, confidence: 0.95, seed: seed) { sample in
                sample.reduce(0, +) / Double(sample.count)
            } : nil
        return Difference(
            estimate: estimate,
            interval: interval,
            better: differences.count { $0 > 0 },
            worse: differences.count { $0 < 0 },
            smallest: SmallestDifference.paired(estimate)
        )
    }
}
