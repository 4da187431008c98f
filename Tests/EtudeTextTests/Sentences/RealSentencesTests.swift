import EtudeCore
import EtudeText
import Testing

@Suite(.enabled(if: SkillMixTexts.exist, "needs the folder ../shared/skill-mix"))
struct RealSentencesTests {
    /// For each run, for each of its lines, the sentences that a reader counts in each turn.
    @Test(arguments: [
        ("r1-llama2-7b-chat", [[0, 0], [1, 2], [5, 2], [2, 1], [2, 1]]),
        ("r1-mistral-7b-chat", [[1, 1], [1, 1], [1, 1], [3, 2], [3, 3]]),
        ("r2-gpt-4", [[1, 1], [2, 2], [2, 2], [4, 2], [2, 1]]),
        ("r2-llama2-7b-chat", [[1, 1], [9, 2], [2, 1], [2, 2], [1, 1]]),
    ])
    func `Real texts have the sentences that a reader counts`(run: String, expected: [[Int]]) throws {
        let texts = try SkillMixTexts.texts(of: run)
        #expect(texts.map { $0.map(Sentences.count) } == expected)
    }
}
