/// A number that was estimated, with the range that holds the true one.
public struct Estimate: Sendable, Hashable {
    /// The best guess.
    public var value: Double
    /// The range; nil where there is too little to tell.
    public var interval: ConfidenceInterval?

    /// A number with its range.
    public init(_ value: Double, interval: ConfidenceInterval? = nil) {
        self.value = value
        self.interval = interval
    }

    /// A share with its Wilson interval; nil of an empty sample.
    ///
    /// - Parameters:
    ///   - sample: what was counted.
    ///   - confidence: two-sided.
    public init?(_ sample: BinomialSample, confidence: Double = 0.95) {
        guard let share = sample.share else { return nil }
        self.init(share, interval: WilsonInterval.of(sample, confidence: confidence))
    }

    /// For people, to three decimals: `0.712 (0.601 to 0.804)`.
    public var text: String {
        func short(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
        guard let interval else { return "\(short(value))" }
        return "\(short(value)) (\(short(interval.lower)) to \(short(interval.upper)))"
    }

    /// `{"value", "interval"}`, the interval being a list of its two ends, or null.
    public var json: JSONValue {
        let ends = interval.map { JSONValue.array([.double($0.lower), .double($0.upper)]) }
        return ["value": .double(value), "interval": ends ?? .null]
    }

    /// Reads what ``json`` writes.
    ///
    /// - Throws: ``EtudeError`` with code `data` for any other shape.
    public init(json: JSONValue) throws(EtudeError) {
        guard let value = json["value"]?.double, let ends = json["interval"] else {
            throw EtudeError(.data, "An estimate should be an object with `value` and `interval`.")
        }
        self.value = value
        if let lower = ends.array?.first?.double, let upper = ends.array?.last?.double, ends.array?.count == 2 {
            interval = ConfidenceInterval(lower: lower, upper: upper)
        } else if ends == .null {
            interval = nil
        } else {
            throw EtudeError(.data, "The `interval` of an estimate should be a list of two numbers, or null.")
        }
    }
}
