import EtudeCore
import Testing

@Suite struct SeededGeneratorTests {
    /// The outputs of Vigna's `splitmix64.c`.
    private static let streams: [(seed: UInt64, outputs: [UInt64])] = [
        (
            0,
            [
                0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC,
                0x1B39_896A_51A8_749B,
            ]
        ),
        (
            1_234_567,
            [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        ),
    ]

    @Test(arguments: streams)
    func `the stream is that of SplitMix64`(seed: UInt64, outputs: [UInt64]) {
        var generator = SeededGenerator(seed: Seed(seed))
        #expect(outputs.map { _ in generator.next() } == outputs)
    }

    /// Computed by a second implementation of the same stream.
    @Test func `draws and shuffles are promised to stay what they are`() {
        var draws = SeededGenerator(seed: Seed(20_261_120))
        #expect([2, 3, 10, 100, 1_000, 1 << 40].map { draws.below($0) } == [0, 2, 1, 81, 469, 171_767_649_382])
        var units = SeededGenerator(seed: Seed(20_261_120))
        #expect((0..<3).map { _ in units.unit() } == [0.3756643807524378, 0.87557940358869, 0.18689938782498705])
        var shuffles = SeededGenerator(seed: Seed(20_261_120))
        #expect(shuffles.shuffled("abcdefgh") == ["c", "h", "a", "f", "e", "b", "g", "d"])
    }

    /// 3 · 2^61 leaves a quarter of all outputs over, which must be drawn again.
    @Test func `a bound that does not divide the outputs draws again`() {
        var generator = SeededGenerator(seed: Seed(7))
        #expect(
            (0..<4).map { _ in generator.below(3 << 61) } == [
                2_696_658_600_334_640_432, 116_133_514_723_108_426, 6_231_038_155_055_853_504,
                3_129_779_942_062_771_377,
            ]
        )
    }

    /// Chi-square; the critical values at 0.1% are those of 6, 9 and 99 degrees of freedom.
    @Test(arguments: [(7, 22.458), (10, 27.877), (100, 148.230)])
    func `draws below a bound are uniform`(bound: Int, critical: Double) {
        var generator = SeededGenerator(seed: Seed(31))
        var counts = [Int](repeating: 0, count: bound)
        for _ in 0..<20_000 { counts[generator.below(bound)] += 1 }
        let expected = 20_000 / Double(bound)
        let statistic = counts.map { (Double($0) - expected) * (Double($0) - expected) / expected }.reduce(0, +)
        #expect(statistic < critical)
    }

    /// Chi-square over the 24 orders of four; 49.728 is the critical value at 0.1% of 23 degrees of freedom.
    @Test func `every order is as likely`() {
        var generator = SeededGenerator(seed: Seed(32))
        var counts: [[Int]: Int] = [:]
        for _ in 0..<12_000 { counts[generator.shuffled(0..<4), default: 0] += 1 }
        #expect(counts.count == 24)
        let statistic = counts.values.map { Double(($0 - 500) * ($0 - 500)) / 500 }.reduce(0, +)
        #expect(statistic < 49.728)
    }

    @Test func `shuffling nothing, or one, draws nothing`() {
        var shuffling = SeededGenerator(seed: Seed(5))
        #expect(shuffling.shuffled([Int]()) == [])
        #expect(shuffling.shuffled([1]) == [1])
        var fresh = SeededGenerator(seed: Seed(5))
        #expect(shuffling.next() == fresh.next())
    }

    @Test func `units lie from 0 to below 1`() {
        var generator = SeededGenerator(seed: Seed(6))
        let units = (0..<10_000).map { _ in generator.unit() }
        #expect(units.allSatisfy { (0..<1).contains($0) })
        // The mean of 10,000 lies within five standard errors of a half.
        #expect(abs(units.reduce(0, +) / 10_000 - 0.5) < 5 * 0.0029)
    }
}
