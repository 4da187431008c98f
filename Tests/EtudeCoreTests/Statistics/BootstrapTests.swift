import EtudeCore
import Testing

struct BootstrapTests {
    private func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    @Test func `the interval of a mean holds the truth about as often as it says`() throws {
        var generator = SeededGenerator(seed: Seed(11))
        var held = 0
        for run in 0..<400 {
            let values = (0..<60).map { _ in generator.unit() }
            let interval = try #require(
                Bootstrap.interval(items: values, resamples: 400, seed: Seed(UInt64(run)), statistic: mean)
            )
            if interval.contains(0.5) { held += 1 }
        }
        #expect((364...392).contains(held), "\(held) of 400")
    }

    @Test func `counted items give the interval that single items give, within what chance allows`() throws {
        let counts = [30, 70]
        let items = Array(repeating: 0.0, count: 30) + Array(repeating: 1.0, count: 70)
        let single = try #require(Bootstrap.interval(items: items, resamples: 4000, seed: Seed(1), statistic: mean))
        let counted = try #require(
            Bootstrap.intervals(counts: counts, resamples: 4000, seed: Seed(2)) {
                [Double($0[1]) / Double($0[0] + $0[1])]
            }[0]
        )
        #expect(abs(single.lower - counted.lower) < 0.02)
        #expect(abs(single.upper - counted.upper) < 0.02)
        // A share of 0.7 of 100 has a standard error of 0.046.
        #expect(abs(counted.upper - counted.lower - 2 * 1.96 * 0.0458) < 0.02)
    }

    @Test func `the same seed gives the same interval, another seed another`() {
        let values = (0..<50).map { Double($0 * $0 % 17) }
        let intervals = [5, 5, 6].map { Bootstrap.interval(items: values, seed: Seed($0), statistic: mean) }
        #expect(intervals[0] == intervals[1])
        #expect(intervals[0] != intervals[2])
    }

    @Test func `one item, no resamples, or a number that is mostly undefined has no interval`() {
        #expect(Bootstrap.interval(items: [1.0], seed: Seed(1), statistic: mean) == nil)
        #expect(Bootstrap.interval(items: [1.0, 2], resamples: 0, seed: Seed(1), statistic: mean) == nil)
        #expect(Bootstrap.interval(items: [1.0, 2], seed: Seed(1)) { $0[0] == $0[1] ? nil : nil } == nil)
        #expect(Bootstrap.intervals(counts: [1], seed: Seed(1)) { _ in [1, nil] } == [nil, nil])
        let half = Bootstrap.intervals(counts: [1, 1], seed: Seed(1)) { $0[0] == 1 ? [nil] : [1] }
        #expect(half.count == 1)
        let rarely = Bootstrap.interval(items: Array(0..<20), seed: Seed(1)) { $0.contains(0) ? 1 : nil }
        #expect(rarely == ConfidenceInterval(lower: 1, upper: 1))
    }

    @Test(arguments: [(0.5, 1), (0.01, 20), (0.3, 50), (0.97, 400), (0.5, 100_000)])
    func `a binomial draw has the mean, the spread and the range that it should`(share: Double, trials: Int) {
        var generator = SeededGenerator(seed: Seed(UInt64(trials)))
        let draws = (0..<20_000).map { _ in Double(generator.binomial(share: share, trials: trials)) }
        let mean = draws.reduce(0, +) / Double(draws.count)
        let variance = draws.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(draws.count)
        let wanted = Double(trials) * share * (1 - share)
        #expect(abs(mean - Double(trials) * share) < 4 * (wanted / Double(draws.count)).squareRoot())
        #expect(abs(variance / wanted - 1) < 0.06)
        #expect(draws.allSatisfy { $0 >= 0 && $0 <= Double(trials) })
    }

    @Test func `items drawn again are as many as before`() {
        var generator = SeededGenerator(seed: Seed(4))
        for counts in [[], [0], [5], [3, 0, 9, 1]] {
            let drawn = generator.redrawn(counts)
            #expect(drawn.reduce(0, +) == counts.reduce(0, +))
            #expect(zip(counts, drawn).allSatisfy { $0 > 0 || $1 == 0 })
        }
    }

    @Test func `an estimate is read as it was written`() throws {
        for estimate in [Estimate(0.25), Estimate(1, interval: ConfidenceInterval(lower: 0.5, upper: 1))] {
            #expect(try Estimate(json: estimate.json) == estimate)
        }
        #expect(throws: EtudeError.self) { try Estimate(json: ["value": 1, "interval": [1]]) }
        #expect(
            Estimate(2.0 / 3, interval: ConfidenceInterval(lower: 0.1234, upper: 0.9)).text == "0.667 (0.123 to 0.9)"
        )
    }
}
