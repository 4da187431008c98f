/// A range that holds the true value with a stated confidence.
public struct ConfidenceInterval: Sendable, Hashable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// A range from its ends.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether a value lies in the range, its ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
