import EtudeCore

/// The smallest true difference of two students that a cell is likely to show: a two-sided test at 5% finds it in 80% of all
/// evaluations of this size.
///
/// It is (z(0.975) + z(0.8)) · sd / √n, n being the number of combinations and sd the standard deviation of the differences by
/// combination. A smaller difference may be there, and more combinations would be needed to see it.
public enum SmallestDifference: Sendable {
    /// The sum of the two quantiles, about 2.80.
    private static let reach = NormalDistribution.quantile(0.975) + NormalDistribution.quantile(0.8)

    /// From the differences of two students on the same combinations.
    ///
    /// - Parameter differences: the estimate of their mean.
    /// - Returns: the difference; nil where no two combinations differ, which tells nothing of how they may.
    public static func paired(_ differences: MeanEstimate) -> Double? {
        guard let error = differences.standardError, error > 0 else { return nil }
        return reach * error
    }

    /// From one student alone, at worst: the other does as much better or worse on each combination as chance will have it.
    ///
    /// Two students that are asked the same mostly fare alike, so that pairing shows less than this; independent ones do not, and
    /// the variance of a value from 0 to 1 is at most 1/4.
    ///
    /// - Parameter values: the estimate of one student's mean.
    /// - Returns: the difference.
    public static func alone(_ values: MeanEstimate) -> Double {
        let own = values.standardDeviation ?? 0.5
        return reach * ((own * own + 0.25) / Double(values.count)).squareRoot()
    }
}
