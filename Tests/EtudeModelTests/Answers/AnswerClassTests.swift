import EtudeModel
import Testing

@Suite struct AnswerClassTests {
    @Test(arguments: [
        ("Yes.", "", FinishReason.stop, AnswerClass.answered), ("Yes.", "Hm.", .stop, .answered),
        ("Yes.", "Hm.", .other, .answered), (" \n", "", .stop, .empty), ("", "\t", .other, .empty),
        ("", "Hm.", .stop, .reasoningOnly), (" ", "Hm.", .other, .reasoningOnly),
        ("", "Hm.", .length, .cutInReasoning), ("Ye", "Hm.", .length, .truncated), ("", "", .length, .truncated),
        ("Yes.", "", .refusal, .refused), ("", "Hm.", .refusal, .refused),
        ("", "", .contentFilter, .filtered), ("Yes.", "Hm.", .contentFilter, .filtered),
    ])
    func `Each answer has one class`(text: String, reasoning: String, reason: FinishReason, expected: AnswerClass) {
        let answer = ChatAnswer(text: text, reasoning: reasoning, finishReason: reason, model: "m")
        #expect(answer.outcome == expected)
    }

    @Test func `Two classes are lost in reasoning`() {
        #expect(AnswerClass.allCases.filter(\.isLostInReasoning) == [.reasoningOnly, .cutInReasoning])
    }
}
