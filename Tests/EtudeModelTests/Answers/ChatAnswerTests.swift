import EtudeCore
import EtudeModel
import Testing

@Suite struct ChatAnswerTests {
    @Test(arguments: [
        ChatAnswer(
            text: "Yes.",
            reasoning: "Hm.",
            finishReason: .contentFilter,
            usage: TokenUsage(input: 3, output: 4),
            model: "m",
            requestID: "r"
        ),
        ChatAnswer(text: "", model: ""),
    ])
    func `An answer comes back from its JSON`(answer: ChatAnswer) throws {
        let json = try JSONParser.parse(answer.json.canonicalText)
        #expect(try ChatAnswer(json: json) == answer)
    }

    @Test func `An answer has this form`() {
        let answer = ChatAnswer(text: "Yes.", usage: TokenUsage(input: 3, output: 4), model: "m", requestID: "r")
        let usage = #""usage":{"input":3,"output":4}"#
        let form = #"{"text":"Yes.","reasoning":"","finish_reason":"stop",\#(usage),"model":"m","request_id":"r"}"#
        #expect(answer.json.canonicalText == form)
    }

    @Test(arguments: [
        (#"{"text":"a"}"#, "finish_reason"),
        (#"{"text":"a","finish_reason":"done"}"#, "content_filter"),
        (#"{"text":"a","reasoning":"","finish_reason":"stop","usage":3,"model":"m","request_id":""}"#, "input"),
        (
            #"{"text":"a","reasoning":"","finish_reason":"stop","usage":null,"model":"m","request_id":"","x":1}"#,
            "\"x\""
        ),
    ])
    func `A wrong answer is told by its key`(text: String, part: String) throws {
        let json = try JSONParser.parse(text)
        let error = try #require(throws: EtudeError.self) { try ChatAnswer(json: json) }
        #expect(error.code == .data)
        #expect(error.message.contains(part))
    }

    @Test func `A secret shows itself nowhere but in its value`() {
        let secret = Secret("sk-abc")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \(dumped)".contains("abc") == false)
        #expect(secret.redacted(from: "key sk-abc, sk-abc!") == "key •••, •••!")
        #expect(Secret("").redacted(from: "as it is") == "as it is")
    }

    @Test func `A failure keeps 500 characters and never retries a fatal kind`() {
        let failure = ModelFailure(.quota, String(repeating: "é", count: 600), isRetryable: true)
        #expect(failure.message.count == 500)
        #expect(!failure.isRetryable)
        #expect(FailureKind.allCases.allSatisfy { !($0.isFatal && $0.isRetryable) })
    }
}
