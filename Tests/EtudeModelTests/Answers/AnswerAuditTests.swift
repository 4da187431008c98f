import EtudeCore
import EtudeModel
import Testing

@Suite struct AnswerAuditTests {
    private func request(limit: Int? = 100, schema: Bool = false, bytes: Int = 3_000) -> ChatRequest {
        ChatRequest(
            messages: [Message(.user, String(repeating: "word ", count: bytes / 5))],
            settings: SamplingSettings(maxOutputTokens: limit),
            schema: schema ? ResponseSchema(name: "v", schema: ["type": "object", "required": ["marks"]]) : nil,
            seed: Seed(1),
            task: .check
        )
    }

    private func answer(
        _ text: String = "Some words.",
        reasoning: String = "",
        _ reason: FinishReason = .stop,
        input: Int = 800,
        output: Int = 50
    ) -> ChatAnswer {
        ChatAnswer(
            text: text,
            reasoning: reasoning,
            finishReason: reason,
            usage: TokenUsage(input: input, output: output),
            model: "m"
        )
    }

    private func complaints(_ answers: [ChatAnswer], to request: ChatRequest) -> [String] {
        var audit = AnswerAudit()
        return answers.compactMap { audit.complaint(about: $0, to: request) }
    }

    @Test func `answers as they should be raise no complaint`() {
        let good = Array(repeating: answer(), count: 20)
        #expect(complaints(good, to: request()).isEmpty)
        #expect(complaints(Array(repeating: answer("{\"marks\": []}"), count: 20), to: request(schema: true)).isEmpty)
        let cut = Array(repeating: answer("Some", .length, output: 100), count: 20)
        #expect(complaints(cut, to: request()).isEmpty)
    }

    @Test func `an ignored token limit is told at once`() throws {
        let found = complaints([answer(output: 122)], to: request())
        #expect(try #require(found.first).contains("token_limit_field"))
        #expect(complaints([answer(output: 121)], to: request()).isEmpty, "A little more is the tokenizer's affair.")
        #expect(complaints([answer(output: 5_000)], to: request(limit: nil)).isEmpty)
    }

    @Test(arguments: [("", "Hm.", FinishReason.stop), (" ", "Hm", .length)])
    func `most answers lost in reasoning name the two settings`(
        text: String,
        reasoning: String,
        reason: FinishReason
    ) throws {
        let lost = answer(text, reasoning: reasoning, reason)
        let found = complaints([answer(), lost, lost, lost], to: request())
        #expect(found.count == 1)
        #expect(found[0].contains("max_output_tokens") && found[0].contains("extra"))
        #expect(complaints([lost, lost, lost], to: request()).isEmpty, "Three are too few to say.")
        #expect(complaints([answer(), answer(), lost, lost], to: request()).isEmpty, "Half is not most.")
    }

    @Test func `a schema that no answer follows is told after four`() throws {
        let wrong = answer("Yes, all is well.")
        #expect(complaints([wrong, wrong, wrong], to: request(schema: true)).isEmpty)
        let found = complaints([wrong, wrong, wrong, answer("{\"other\": 1}")], to: request(schema: true))
        #expect(try #require(found.first).contains("verdicts: table"))
        let one = [wrong, wrong, answer("{\"marks\": []}"), wrong, wrong, wrong]
        #expect(complaints(one, to: request(schema: true)).isEmpty)
    }

    @Test func `a prompt that was cut is told`() throws {
        let few = complaints([answer(input: 70)], to: request(bytes: 3_000))
        #expect(try #require(few.first).contains("context"))
        let full = answer("cut", .length, input: 4_000, output: 96)
        #expect(complaints([full], to: request()).isEmpty, "One may be chance.")
        #expect(complaints([full, full], to: request()).count == 1)
    }

    @Test func `only the first answers are looked at`() {
        let late = Array(repeating: answer(), count: AnswerAudit.first) + [answer(output: 9_999)]
        #expect(complaints(late, to: request()).isEmpty)
    }
}
