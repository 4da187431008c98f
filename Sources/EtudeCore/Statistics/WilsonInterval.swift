/// The score interval of a share (Wilson 1927), which holds up with few trials and with shares near 0 and 1.
public enum WilsonInterval: Sendable {
    /// The interval.
    ///
    /// - Parameters:
    ///   - sample: what was counted.
    ///   - confidence: two-sided.
    /// - Returns: the interval; from 0 to 1 of an empty sample.
    public static func of(_ sample: BinomialSample, confidence: Double = 0.95) -> ConfidenceInterval {
        guard let share = sample.share else { return ConfidenceInterval(lower: 0, upper: 1) }
        let z = NormalDistribution.quantile(1 - (1 - confidence) / 2)
        let n = Double(sample.trials)
        let scale = 1 + z * z / n
        let centre = (share + z * z / (2 * n)) / scale
        let reach = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return ConfidenceInterval(lower: max(0, centre - reach), upper: min(1, centre + reach))
    }
}
