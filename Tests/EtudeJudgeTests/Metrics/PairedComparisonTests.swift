import EtudeCore
import EtudeJudge
import Testing

@Suite struct PairedComparisonTests {
    private func cell(_ student: String, _ marks: [Int: String]) -> CellScore {
        let texts = marks.sorted { $0.key < $1.key }
            .map { GradedText.written([$1], student: student, combination: $0) }
        return CellScore(texts, judge: "judge", rules: ScoringRules())
    }

    @Test func `students are compared on the combinations that both have answered`() throws {
        let base = cell("base", [0: "ffffff", 1: "pppppp", 2: "ffffff", 3: "ffffff", 8: "pppppp"])
        let tuned = cell("tuned", [3: "pppppp", 2: "pppppp", 1: "pppppp", 0: "ffffff", 9: "pppppp"])
        let comparison = try #require(PairedComparison(base, tuned))
        #expect(comparison.combinations == 4)
        let difference = try #require(comparison.difference(of: .fullMarks, over: .best, seed: Seed(1)))
        #expect(difference.estimate.mean == 0.5)
        #expect((difference.better, difference.worse) == (2, 0))
        // Differences 0, 0, 1, 1: variance 1/3, error √(1/12); reach 1.959964 + 0.841621.
        let smallest = try #require(difference.smallest)
        #expect(abs(smallest - 2.801585 * (1.0 / 12).squareRoot()) < 1e-5)
        let interval = try #require(difference.interval)
        #expect(interval.lower == 0 && interval.upper == 1)
        #expect(difference == comparison.difference(of: .fullMarks, over: .best, seed: Seed(1)))
    }

    @Test func `questions of other words are no pair, though their numbers are equal`() {
        var texts = [GradedText.written(["pppppp"], student: "tuned")]
        texts[0].topic = "Knots"
        let tuned = CellScore(texts, judge: "judge", rules: ScoringRules())
        #expect(PairedComparison(cell("base", [0: "pppppp"]), tuned) == nil)
    }

    @Test func `the interval of a difference holds the true one in about 95 of 100 evaluations`() throws {
        var generator = SeededGenerator(seed: Seed(7))
        var held = 0
        let runs = 120
        for run in 0..<runs {
            // Full marks of 0.3 and 0.5, the second student having all that the first has.
            let luck = (0..<60).map { _ in generator.unit() }
            func marks(_ rate: Double) -> [Int: String] {
                Dictionary(uniqueKeysWithValues: luck.enumerated().map { ($0, $1 < rate ? "pppppp" : "ffffff") })
            }
            let comparison = try #require(PairedComparison(cell("base", marks(0.3)), cell("tuned", marks(0.5))))
            let difference = comparison.difference(
                of: .fullMarks,
                over: .best,
                seed: Seed(UInt64(run)),
                resamples: 200
            )
            held += try #require(difference?.interval).contains(0.2) ? 1 : 0
        }
        #expect((106...119).contains(held), "\(held) of \(runs)")
    }

    @Test func `a cell shows differences of the size that its formula gives`() throws {
        // 100 combinations of a student with full marks of 0.5: the usual worst case, √(1/4 + 1/4) / 10 · 2.80.
        let half = try #require(MeanEstimate((0..<100).map { Double($0 % 2) }))
        #expect(abs(SmallestDifference.alone(half) - 0.198) < 0.001)
        // Without any success the other student may still be of any kind.
        let none = try #require(MeanEstimate(Array(repeating: 0, count: 100)))
        #expect(abs(SmallestDifference.alone(none) - 2.801585 * 0.05) < 1e-6)
        #expect(SmallestDifference.paired(none) == nil)
        let single = try #require(MeanEstimate([1]))
        #expect(SmallestDifference.alone(single) > 1)
        #expect(SmallestDifference.paired(single) == nil)
    }

    @Test func `a difference of the size that can be shown is found in about 80 of 100 evaluations`() throws {
        var generator = SeededGenerator(seed: Seed(11))
        // Three combinations in ten differ, and d solves d = 2.80 · √((0.3 - d²) / 100).
        let reach = 2.801585 * 2.801585 / 100
        let d = (0.3 * reach / (1 + reach)).squareRoot()
        var (found, shown) = (0, 0.0)
        let runs = 400
        for _ in 0..<runs {
            let differences = (0..<100).map { _ in
                let luck = generator.unit()
                return luck < (0.3 + d) / 2 ? 1.0 : luck < 0.3 ? -1 : 0
            }
            let estimate = try #require(MeanEstimate(differences))
            found += estimate.mean > 1.959964 * (estimate.standardError ?? 0) ? 1 : 0
            shown += try #require(SmallestDifference.paired(estimate)) / Double(runs)
        }
        #expect((296...344).contains(found), "\(found) of \(runs)")
        #expect(abs(shown - d) < 0.005, "\(shown) instead of \(d)")
    }
}
