import Glibc

extension SeededGenerator {
    /// How often something happens in a number of independent trials, drawn exactly by inversion from the mode (Kemp 1986).
    ///
    /// - Parameters:
    ///   - share: the chance of each trial, from 0 to 1.
    ///   - trials: how many.
    /// - Returns: a number from 0 to `trials`.
    public mutating func binomial(share: Double, trials: Int) -> Int {
        guard trials > 0, share > 0 else { return 0 }
        guard share < 1 else { return trials }
        let odds = share / (1 - share)
        let mode = min(trials, Int(Double(trials + 1) * share))
        let (n, m) = (Double(trials), Double(mode))
        let ways =
            GammaFunction.logarithm(n + 1) - GammaFunction.logarithm(m + 1) - GammaFunction.logarithm(n - m + 1)
        let atMode = exp(ways + m * log(share) + (n - m) * log1p(-share))
        var left = unit() - atMode
        var (low, high) = (mode, mode)
        var (below, above) = (atMode, atMode)
        while left >= 0, low > 0 || high < trials {
            if high < trials {
                above *= odds * Double(trials - high) / Double(high + 1)
                high += 1
                left -= above
                if left < 0 { return high }
            }
            if low > 0 {
                below *= Double(low) / (odds * Double(trials - low + 1))
                low -= 1
                left -= below
                if left < 0 { return low }
            }
            // What rounding leaves over belongs to no outcome.
            if above == 0, below == 0 { break }
        }
        return mode
    }

    /// How often each of several kinds is drawn when as many items as there are get drawn with replacement.
    ///
    /// - Parameter counts: how many items there are of each kind.
    /// - Returns: how many were drawn of each kind; the sum is that of the counts.
    public mutating func redrawn(_ counts: [Int]) -> [Int] {
        var items = counts.reduce(0, +)
        var draws = items
        return counts.map { count in
            let drawn = binomial(share: items > 0 ? Double(count) / Double(items) : 0, trials: draws)
            items -= count
            draws -= drawn
            return drawn
        }
    }
}
