/// How often something happened of how often it could have.
public struct BinomialSample: Sendable, Hashable {
    /// How often it happened.
    public var successes: Int
    /// How often it could have.
    public var trials: Int

    /// A sample; without values an empty one.
    public init(successes: Int = 0, trials: Int = 0) {
        self.successes = successes
        self.trials = trials
    }

    /// The share of successes; nil of an empty sample.
    public var share: Double? { trials > 0 ? Double(successes) / Double(trials) : nil }
}
