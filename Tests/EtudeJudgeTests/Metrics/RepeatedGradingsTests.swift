import EtudeJudge
import Testing

@Suite struct RepeatedGradingsTests {
    private func texts(_ answers: [[String?]]) -> [GradedText] {
        answers.enumerated().map { index, answers in
            var text = GradedText.written(answers.map { _ in "pppppp" }, combination: index)
            for round in answers.indices { text.gradings[round].answer = answers[round] }
            return text
        }
    }

    @Test func `gradings that are copies in every text are reported`() throws {
        let copies = try #require(
            RepeatedGradings(in: texts([["a", "a", "a"], ["b", "b", "b"], ["c"]]), judge: "judge")
        )
        #expect((copies.texts, copies.gradings, copies.distinct) == (2, 3, 1))
        #expect(copies.warning.contains("not independent"))
        let two = try #require(RepeatedGradings(in: texts([["a", "b", "a"], ["c", "c", "d"]]), judge: "judge"))
        #expect(two.distinct == 2)
    }

    @Test(arguments: [
        [["a", "a", "a"], ["b", "b", "c"], ["d", "e", "f"]], [["a"], ["a"]], [[nil, nil, nil]],
        [["a", "a"], ["a", nil]], [],
    ])
    func `gradings that differ somewhere, single ones and those of unknown words are not`(answers: [[String?]]) {
        #expect(RepeatedGradings(in: texts(answers), judge: "judge") == nil)
    }

    @Test func `the gradings of another judge are no copies of this one's`() {
        var text = texts([["a"]])[0]
        text.gradings += text.gradings.map { .init(judge: "other", round: 0, marks: $0.marks, answer: $0.answer) }
        #expect(RepeatedGradings(in: [text], judge: "judge") == nil)
    }
}
