import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

/// Exported journals as recordings.
@Suite struct ReplayAnswerTests {
    private let request = ChatRequest.sample(settings: SamplingSettings(temperature: 0.5))

    /// A line of an exported journal.
    private func line(_ answer: ChatAnswer, limit: Int? = nil) -> JSONValue {
        var members: [JSONMember] = [
            JSONMember("key", .string(request.key(model: "openai/m"))), JSONMember("model", "openai/m"),
            JSONMember("purpose", "write"), JSONMember("outcome", "answered"), JSONMember("answer", answer.json),
        ]
        if let limit { members.append(JSONMember("token_limit", .int(limit))) }
        return .object(members)
    }

    private func answer(_ text: String, isCut: Bool = false) -> ChatAnswer {
        ChatAnswer(text: text, finishReason: isCut ? .length : .stop, model: "m", requestID: text)
    }

    private func replay(_ lines: [JSONValue]) async throws -> String {
        let answers = try lines.compactMap { try ReplayAnswer(json: $0) }
        return try await ReplayModel(name: "openai/m", lines: answers).answer(request).text
    }

    @Test func `a line of a journal serves its request`() async throws {
        #expect(try await replay([line(answer("Yes."))]) == "Yes.")
    }

    @Test func `of a journal's answers the first serves, or a later one where that was cut by a smaller limit`()
        async throws
    {
        #expect(try await replay([line(answer("1")), line(answer("2"))]) == "1")
        #expect(try await replay([line(answer("1", isCut: true), limit: 10), line(answer("2"), limit: 20)]) == "2")
        #expect(try await replay([line(answer("1", isCut: true), limit: 10), line(answer("2"))]) == "2")
        #expect(try await replay([line(answer("1", isCut: true), limit: 10), line(answer("2"), limit: 10)]) == "1")
        #expect(try await replay([line(answer("1", isCut: true)), line(answer("2"), limit: 10)]) == "1")
    }

    @Test func `lines of a recording stand beside those of a journal`() async throws {
        let recorded = RecordedAnswer(request: RecordedRequest(request, model: "openai/m"), answer: answer("recorded"))
        #expect(try await replay([recorded.json]) == "recorded")
        #expect(try await replay([recorded.json, line(answer("1"))]) == "recorded")
        #expect(try await replay([line(answer("1")), recorded.json]) == "1")
    }

    @Test(arguments: [
        #"{"journal":"etude","schema":2,"pipeline":"p"}"#, #"{"key":"k","failure":"timeout"}"#,
        #"{"key":"k","answer":{"failed":"timeout","message":"no"}}"#,
    ])
    func `lines of a journal without an answer are passed over`(text: String) throws {
        #expect(try ReplayAnswer(json: try JSONParser.parse(text)) == nil)
    }

    @Test(arguments: [
        ("{}", "\"key\" is missing"), (#"{"key":"abc"}"#, "64"), (#"{"key":"K"}"#, "\"answer\" is missing"),
        (#"{"key":"K","answer":{}}"#, "finish_reason"),
    ])
    func `a wrong line is told by its key`(text: String, words: String) throws {
        let key = request.key(model: "openai/m")
        let json = try JSONParser.parse(text.replacing("\"K\"", with: "\"\(key)\""))
        let error = try #require(throws: EtudeError.self) { try ReplayAnswer(json: json) }
        #expect(error.code == .data)
        #expect(error.message.contains(words), "\(error)")
    }
}
