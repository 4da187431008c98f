import EtudeCore
import EtudeJudge
import Testing

@Suite struct CellScoreTests {
    private func cell(_ texts: [GradedText]) -> CellScore {
        CellScore(texts, judge: "judge", rules: ScoringRules())
    }

    @Test func `the best generation counts, each metric having its own, or their mean`() {
        let cell = cell([
            // All skills without the topic; two skills with it.
            .written(["pppfpp"], combination: 4, generation: 0), .written(["pfpppp"], combination: 4, generation: 1),
            .written(["ffffff"], combination: 7, generation: 0), .written(["pppppp"], combination: 7, generation: 1),
            .written(["pppppp"], combination: 9, generation: 0),
        ])
        #expect(cell.scores.map(\.question.combination) == [4, 7, 9])
        #expect((cell.generations, cell.texts, cell.gradings) == (2, 5, 1))
        #expect(cell.values(of: .fullMarks, over: .best) == [0, 1, 1])
        #expect(cell.values(of: .allSkills, over: .best) == [1, 1, 1])
        #expect(cell.values(of: .skillFraction, over: .best) == [2.0 / 3, 1, 1])
        #expect(cell.values(of: .fullMarks, over: .mean) == [0, 0.5, 1])
        #expect(cell.values(of: .skillFraction, over: .mean) == [1.0 / 3, 0.5, 1])
    }

    @Test func `a text of other skills is another combination, whatever its number`() {
        var other = GradedText.written(["ffffff"], generation: 1)
        other.topic = "Knots"
        #expect(cell([.written(["pppppp"]), other]).values(of: .fullMarks, over: .best) == [1, 0])
    }

    @Test func `an empty text earns nothing, and one that nobody graded is left out`() {
        let cell = cell([
            .written(["pppppp"], combination: 0), .written([], combination: 1, text: " \n"),
            .written([], combination: 2), .written(["pppppp"], judge: "other", combination: 3),
        ])
        #expect(cell.values(of: .fullMarks, over: .best) == [1, 0])
        #expect(cell.ungraded == 2)
    }

    @Test func `a mean has the standard error of a sample`() throws {
        let estimate = try #require(MeanEstimate([0, 1, 0, 1, 0]))
        // Squared deviations from 2/5 sum to 6/5; 6/5 / 4 / 5 = 3/50.
        #expect(estimate.mean == 0.4)
        #expect(abs(try #require(estimate.standardError) - 0.06.squareRoot()) < 1e-15)
        #expect(abs(try #require(estimate.standardDeviation) - 0.3.squareRoot()) < 1e-15)
        #expect(try #require(MeanEstimate([0.7])).standardError == nil)
        #expect(MeanEstimate([]) == nil)
    }
}
