/// A mean with its standard error.
public struct MeanEstimate: Sendable, Hashable {
    /// The mean of the values.
    public let mean: Double
    /// The standard deviation of the values by the square root of their number; nil of a single value.
    ///
    /// The deviation is that of a sample (ddof = 1), as in the original code.
    public let standardError: Double?
    /// How many values there are.
    public let count: Int

    /// The estimate of some values; nil without any.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        (self.mean, count) = (mean, values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardError =
            values.count > 1 ? (squares / Double(values.count - 1) / Double(values.count)).squareRoot() : nil
    }

    /// The standard deviation of the values; nil of a single value.
    public var standardDeviation: Double? { standardError.map { $0 * Double(count).squareRoot() } }
}
