import Testing

@testable import EtudeCore

@Suite struct ClopperPearsonTests {
    /// Recipe: `scipy.stats.beta.ppf(confidence, successes + 1, trials - successes)`, SciPy 1.17.
    @Test(arguments: [
        (0, 1, 0.95, 0.95),
        (0, 20, 0.95, 0.139108340668265),
        (0, 200, 0.999, 0.0339491210101866),
        (1, 200, 0.999, 0.0452286269086195),
        (4, 200, 0.999, 0.0720009141633574),
        (10, 200, 0.999, 0.116454941105657),
        (60, 200, 0.999, 0.408184337784669),
        (199, 200, 0.999, 0.999994997510845),
        (100, 200, 0.5, 0.502495829205244),
        (3, 5_000, 0.999, 0.00260982084227779),
        (2_500, 5_000, 0.999, 0.521939587396284),
        (40, 12_000, 0.999, 0.00529995187772644),
        (0, 1_000_000, 0.999, 6.90773142049558e-06),
        (123_456, 1_000_000, 0.999, 0.124475586023189),
    ])
    func `bounds are the quantiles of the beta distribution`(
        successes: Int,
        trials: Int,
        confidence: Double,
        bound: Double
    ) {
        let computed = ClopperPearson.upperBound(successes: successes, trials: trials, confidence: confidence)
        #expect(abs(computed - bound) <= bound * 1e-9)
    }

    @Test(arguments: [(0, 20), (0, 200), (4, 200), (100, 200), (40, 12_000), (0, 1_000_000)], [0.95, 0.999])
    func `one step tells on which side of a share the bound lies`(_ counts: (Int, Int), confidence: Double) {
        let (successes, trials) = counts
        let bound = ClopperPearson.upperBound(successes: successes, trials: trials, confidence: confidence)
        for (factor, isBelow) in [(0.5, false), (0.99, false), (1, true), (1.01, true), (2, true)] {
            let answer = ClopperPearson.mayLieBelow(
                bound * factor,
                successes: successes,
                trials: trials,
                confidence: confidence
            )
            #expect(answer == isBelow, "\(factor) of the bound")
        }
    }

    @Test(arguments: [(0, 0), (5, 5), (1_000, 1_000)])
    func `without a failure nothing bounds the share`(successes: Int, trials: Int) {
        #expect(ClopperPearson.upperBound(successes: successes, trials: trials, confidence: 0.999) == 1)
    }

    /// With no success in n trials the bound solves (1 - p)^n = 1 - confidence.
    @Test(arguments: [1, 10, 200, 5_000])
    func `no success has a bound in closed form`(trials: Int) {
        let bound = ClopperPearson.upperBound(successes: 0, trials: trials, confidence: 0.999)
        var chance = 1.0
        for _ in 0..<trials { chance *= 1 - bound }
        #expect(abs(chance - 0.001) < 1e-12)
    }

    @Test func `more successes and more confidence raise the bound, more trials lower it`() {
        let base = ClopperPearson.upperBound(successes: 10, trials: 300, confidence: 0.999)
        #expect(ClopperPearson.upperBound(successes: 11, trials: 300, confidence: 0.999) > base)
        #expect(ClopperPearson.upperBound(successes: 10, trials: 300, confidence: 0.9999) > base)
        #expect(ClopperPearson.upperBound(successes: 10, trials: 301, confidence: 0.999) < base)
    }

    @Test(arguments: [(0.2, 2.0, 5.0), (0.5, 30.0, 30.0), (0.9, 0.5, 4.0)])
    func `the incomplete beta function is symmetric and ends at 0 and 1`(x: Double, a: Double, b: Double) {
        let sum = ClopperPearson.incompleteBeta(x, a, b) + ClopperPearson.incompleteBeta(1 - x, b, a)
        #expect(abs(sum - 1) < 1e-13)
        #expect(ClopperPearson.incompleteBeta(0, a, b) == 0)
        #expect(ClopperPearson.incompleteBeta(1, a, b) == 1)
    }
}
