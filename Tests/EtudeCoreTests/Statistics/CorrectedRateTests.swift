import EtudeCore
import Testing

struct CorrectedRateTests {
    @Test func `the interval is that of the paper's formula, worked out apart`() throws {
        // By a few lines of Python after Lang and Reiczigel (2014), equations for p', se', sp', the shift and the variance.
        let rate = CorrectedRate(
            observed: BinomialSample(successes: 259, trials: 500),
            sensitivity: BinomialSample(successes: 92, trials: 100),
            specificity: BinomialSample(successes: 41, trials: 50)
        )
        #expect(abs(try #require(rate.estimate) - 0.456756756756757) < 1e-12)
        #expect(abs(rate.interval.lower - 0.3353416035881595) < 1e-12)
        #expect(abs(rate.interval.upper - 0.5500153783984024) < 1e-12)
    }

    @Test func `a perfect observer leaves the rate as it is`() throws {
        let perfect = BinomialSample(successes: 1_000_000, trials: 1_000_000)
        let observed = BinomialSample(successes: 60, trials: 100)
        let rate = CorrectedRate(observed: observed, sensitivity: perfect, specificity: perfect)
        #expect(abs(try #require(rate.estimate) - 0.6) < 1e-12)
        let wilson = WilsonInterval.of(observed)
        #expect(abs(rate.interval.lower - wilson.lower) < 0.01)
        #expect(abs(rate.interval.upper - wilson.upper) < 0.01)
    }

    @Test func `an observer no better than chance says nothing`() {
        let coin = BinomialSample(successes: 50, trials: 100)
        let rate = CorrectedRate(observed: coin, sensitivity: coin, specificity: coin)
        #expect(rate.estimate == nil)
        #expect(rate.interval == ConfidenceInterval(lower: 0, upper: 1))
    }
}
