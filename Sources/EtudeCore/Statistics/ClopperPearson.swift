import Glibc

/// The exact confidence bounds of a share (Clopper and Pearson 1934), through the incomplete beta function.
public enum ClopperPearson: Sendable {
    /// The largest share that still explains so few successes with a chance of at least `1 - confidence`.
    ///
    /// - Parameters:
    ///   - successes: how often it happened.
    ///   - trials: how often it could have.
    ///   - confidence: for example 0.999, one-sided.
    /// - Returns: the bound, from 0 to 1.
    public static func upperBound(successes: Int, trials: Int, confidence: Double) -> Double {
        guard trials > 0, successes < trials else { return 1 }
        let first = Double(successes + 1)
        let second = Double(trials - successes)
        var low = 0.0
        var high = 1.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if incompleteBeta(middle, first, second) < confidence { low = middle } else { high = middle }
        }
        return high
    }

    /// Whether the upper bound may lie below a share: one step of the search for it, which says no wherever it clearly does not.
    ///
    /// - Parameters:
    ///   - share: the share that the bound is compared with.
    ///   - successes: how often it happened.
    ///   - trials: how often it could have.
    ///   - confidence: for example 0.999, one-sided.
    /// - Returns: false only where the bound lies above the share.
    public static func mayLieBelow(_ share: Double, successes: Int, trials: Int, confidence: Double) -> Bool {
        guard trials > 0, successes < trials else { return 1 < share }
        let rounding = 1e-6
        return incompleteBeta(share, Double(successes + 1), Double(trials - successes)) > confidence - rounding
    }

    /// The regularized incomplete beta function I_x(a, b), by its continued fraction (Lentz's method).
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let scale = GammaFunction.logarithm(a + b) - GammaFunction.logarithm(a) - GammaFunction.logarithm(b)
        let front = exp(scale + a * log(x) + b * log1p(-x))
        // The fraction converges fast on one side of the mean; the other follows by symmetry.
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return result
    }
}
