import EtudeCore
import EtudeModel
import NIOHTTP1
import Testing

@testable import EtudeHTTP

@Suite struct ReplyReaderTests {
    private let reader = ReplyReader<Completion>(model: "asked", secret: Secret("sk-secret-123"))

    private func read(_ status: Int, _ body: String, _ headers: [(String, String)] = []) throws(ModelFailure)
        -> ChatAnswer
    {
        try reader.answer(
            from: HTTPReply(status: status, headers: HTTPHeaders(headers), body: Array(body.utf8)),
            now: 0
        )
    }

    /// A reply with a status and a body, and the kind and words of the failure that it is.
    struct Fault: Sendable, CustomTestStringConvertible {
        let status: Int
        let body: String
        let kind: FailureKind
        let words: String
        var testDescription: String { "\(status) \(body.prefix(40))" }

        init(_ status: Int, _ body: String, _ kind: FailureKind, _ words: String) {
            self.status = status
            self.body = body
            self.kind = kind
            self.words = words
        }
    }

    @Test(arguments: [
        Fault(400, #"{"error":{"message":"Too long.","code":"context_length_exceeded"}}"#, .badRequest, "Too long."),
        Fault(
            400,
            #"{"error":{"message":"No such.","code":"model_not_found"}}"#,
            .unknownModel,
            "model_not_found: No such."
        ),
        Fault(401, #"{"error":{"message":"Bad key.","code":"invalid_api_key"}}"#, .authentication, "Bad key."),
        Fault(402, #"{"error":{"message":"Insufficient Balance","code":402}}"#, .quota, "Insufficient Balance"),
        Fault(403, #"{"detail":"Forbidden"}"#, .authentication, "Forbidden"),
        Fault(404, #"{"error":{"message":"No model.","type":"not_found_error"}}"#, .unknownModel, "No model."),
        Fault(408, "", .timeout, "HTTP 408."),
        Fault(409, #"{"error":{"message":"Lock."}}"#, .server, "Lock."),
        Fault(413, "<html><body>Too\n large</body></html>", .badRequest, "<html><body>Too large</body></html>"),
        Fault(422, #"{"detail":[{"msg":"field"}]}"#, .badRequest, "field"),
        Fault(429, #"{"error":{"message":"Slow.","code":"rate_limit_exceeded"}}"#, .rateLimited, "Slow."),
        Fault(429, #"{"error":{"message":"Faster than before.","code":"slow_down"}}"#, .rateLimited, "slow_down"),
        Fault(429, #"{"error":{"message":"Pay.","type":"insufficient_quota","code":null}}"#, .quota, "Pay."),
        Fault(429, #"{"error":{"message":"Pay.","code":"project_spend_limit_exceeded"}}"#, .quota, "Pay."),
        Fault(429, #"{"error":{"message":"Pay.","type":"x","code":"credit_balance_exhausted"}}"#, .quota, "Pay."),
        Fault(500, #"{"error":"model runner has unexpectedly stopped"}"#, .server, "model runner has"),
        Fault(502, "<html><title>502 Bad Gateway</title></html>", .server, "502 Bad Gateway"),
        Fault(
            503,
            #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#,
            .overloaded,
            "Loading"
        ),
        Fault(504, "upstream request timeout", .server, "upstream request timeout"),
        Fault(529, "", .overloaded, "529"),
        Fault(200, "{\"choices\":[{\"mess", .invalidBody, "not JSON at byte"),
        Fault(200, "<html>Welcome</html>", .invalidBody, "not JSON at byte 0"),
        Fault(200, "", .invalidBody, "not JSON"),
        Fault(200, "[]", .invalidBody, "JSON of another kind"),
        Fault(200, #"{"id":"a","choices":[]}"#, .invalidBody, "no chat completion"),
        Fault(200, #"{"choices":[{"message":null}],"error":null}"#, .invalidBody, "no chat completion"),
        Fault(
            200,
            #"{"error":{"code":429,"message":"Upstream is busy."}}"#,
            .rateLimited,
            "HTTP 429, 429: Upstream is busy."
        ),
        Fault(200, #"{"error":{"message":"Provider returned error"}}"#, .server, "Provider returned error"),
        Fault(301, "", .unknownModel, "nowhere"),
    ])
    func `A fault is told by kind, with the server's words`(fault: Fault) throws {
        let failure = try #require(throws: ModelFailure.self) { try read(fault.status, fault.body) }
        #expect(failure.kind == fault.kind)
        #expect(failure.message.contains(fault.words), "\(failure.message)")
        #expect(failure.retryAfter == nil)
        #expect(failure.isRetryable == fault.kind.isRetryable)
    }

    @Test(arguments: [("true", 400, true), ("false", 500, false), ("true", 401, false), ("maybe", 500, true)])
    func `The server may say whether to try again, except of what is fatal`(
        word: String,
        status: Int,
        isRetryable: Bool
    ) throws {
        let failure = try #require(throws: ModelFailure.self) { try read(status, "{}", [("X-Should-Retry", word)]) }
        #expect(failure.isRetryable == isRetryable)
    }

    private static func completion(_ message: String, _ reason: String = "\"stop\"", _ more: String = "") -> String {
        #"{"id":"c-1","model":"m","choices":[{"message":\#(message),"finish_reason":\#(reason)}]\#(more)}"#
    }

    @Test(arguments: [
        (completion(#"{"content":"Yes."}"#), ChatAnswer(text: "Yes.", model: "m", requestID: "c-1")),
        (
            completion(#"{"content":"Cut"}"#, #""length""#, #","usage":{"prompt_tokens":5,"completion_tokens":6}"#),
            ChatAnswer(
                text: "Cut",
                finishReason: .length,
                usage: TokenUsage(input: 5, output: 6),
                model: "m",
                requestID: "c-1"
            )
        ),
        (
            completion(#"{"content":null}"#, "null", #","usage":null"#),
            ChatAnswer(text: "", finishReason: .other, model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":null,"refusal":"I cannot."}"#),
            ChatAnswer(text: "I cannot.", finishReason: .refusal, model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":"Half","refusal":null}"#, #""content_filter""#),
            ChatAnswer(text: "Half", finishReason: .contentFilter, model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":[{"type":"text","text":"In "},{"type":"text","text":"parts."}]}"#),
            ChatAnswer(text: "In parts.", model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":"Lone \ud83d end"}"#),
            ChatAnswer(text: "Lone \u{FFFD} end", model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":"Yes.","reasoning":"","reasoning_content":"Hm."}"#),
            ChatAnswer(text: "Yes.", reasoning: "Hm.", model: "m", requestID: "c-1")
        ),
        (
            completion(#"{"content":"<think>\nHm.\n</think>\n\nYes."}"#),
            ChatAnswer(text: "Yes.", reasoning: "Hm.", model: "m", requestID: "c-1")
        ),
        (
            #"{"choices":[{"message":{"content":"Bare."},"finish_reason":"eos_token"}]}"#,
            ChatAnswer(text: "Bare.", model: "asked")
        ),
    ])
    func `An answer is read tolerantly`(body: String, answer: ChatAnswer) throws {
        #expect(try read(200, body) == answer)
    }

    @Test func `A prompt that a filter refused is an answer`() throws {
        let answer = try read(400, #"{"error":{"code":"content_filter","message":"Refused by policy."}}"#)
        #expect(answer == ChatAnswer(text: "Refused by policy.", finishReason: .contentFilter, model: "asked"))
    }

    @Test func `The header names the request before the body does`() throws {
        let body = Self.completion(#"{"content":""}"#)
        #expect(try read(200, body, [("X-Request-Id", "h-1")]).requestID == "h-1")
        #expect(try read(200, body, [("apim-request-id", "a-1")]).requestID == "a-1")
    }

    @Test(arguments: [
        ("plain", "", "plain"), ("<think>all of it", "all of it", ""), ("template\n</think>\nYes.", "template", "Yes."),
        (" <think></think>Yes. ", "", "Yes."), ("  kept as it is ", "", "  kept as it is "),
        ("Use <think> tags.", "", "Use <think> tags."), ("Use <think>a</think>.", "", "Use <think>a</think>."),
    ])
    func `Reasoning in the text is kept apart`(content: String, reasoning: String, text: String) {
        let parts = ThinkBlock.split(content)
        #expect(parts.reasoning == reasoning)
        #expect(parts.text == text)
    }
}
