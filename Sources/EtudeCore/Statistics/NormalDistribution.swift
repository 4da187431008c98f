import Glibc

/// The standard normal distribution.
public enum NormalDistribution: Sendable {
    /// The chance of a value of at most `x`.
    public static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// The value that a share of all lies below, for example 1.96 for 0.975; found by halving, to the last digits of a double.
    ///
    /// - Parameter share: above 0 and below 1.
    /// - Returns: the quantile.
    public static func quantile(_ share: Double) -> Double {
        precondition(share > 0 && share < 1, "A quantile is asked of a share between 0 and 1.")
        var (low, high) = (-40.0, 40.0)
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { return middle }
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
    }
}
