import EtudeCore
import EtudeModel
import EtudeTesting
import Synchronization
import Testing

@Suite struct ReplayModelTests {
    private let request = ChatRequest.sample(settings: SamplingSettings(temperature: 0.5))

    private func line(_ text: String) -> RecordedAnswer {
        RecordedAnswer(
            request: RecordedRequest(request, model: "openai/m"),
            answer: ChatAnswer(text: text, usage: TokenUsage(input: 1, output: 2), model: "m")
        )
    }

    @Test func `A recorded request gets its answer, from a line as it was written`() async throws {
        let written = line("Yes.").json.canonicalText
        let read = try RecordedAnswer(json: JSONParser.parse(written))
        #expect(read == line("Yes."))
        #expect(written.hasPrefix(#"{"model":"openai/m","key":""#))
        let model = try ReplayModel(name: "openai/m", lines: [read, read])
        #expect(try await model.answer(request).text == "Yes.")
    }

    @Test func `A request without an answer is told of, and fails`() async throws {
        let told = Mutex<[String]>([])
        let model = try ReplayModel(name: "openai/m", lines: [line("Yes.")]) { request, key in
            told.withLock { $0.append("\(request.ask) \(key)") }
        }
        var again = request
        again.ask = 1
        let failure = try await #require(throws: ModelFailure.self) { try await model.answer(again) }
        #expect(failure.kind == .notRecorded)
        #expect(failure.message.contains(again.key(model: "openai/m")))
        #expect(told.withLock(\.self) == ["1 \(again.key(model: "openai/m"))"])
    }

    @Test func `A recording of another model does not serve`() async throws {
        let model = try ReplayModel(name: "openai/n", lines: [line("Yes.")])
        await #expect(throws: ModelFailure.self) { try await model.answer(request) }
    }

    @Test func `Two different answers to one request are an error`() throws {
        let error = try #require(throws: EtudeError.self) {
            try ReplayModel(name: "openai/m", lines: [line("Yes."), line("No.")])
        }
        #expect(error.code == .data)
        #expect(error.message.contains(request.key(model: "openai/m")))
    }

    @Test(arguments: [
        ("key", JSONValue.string("abc"), "64"), ("temperature", .string("warm"), "temperature"),
        ("schema", .int(1), "schema"),
        ("answer", .null, "finish_reason"), ("other", .int(1), "other"),
    ])
    func `A wrong line is told by its key`(key: String, value: JSONValue, part: String) throws {
        let members = (line("Yes.").json.members ?? []).filter { $0.key != key } + [JSONMember(key, value)]
        let error = try #require(throws: EtudeError.self) { try RecordedAnswer(json: .object(members)) }
        #expect(error.message.contains(part))
    }

    @Test(arguments: ChatModelConformance.checks)
    func `A recording keeps the promises of every model`(check: ChatModelConformance) async throws {
        let lines = (0..<32).map { index in
            RecordedAnswer(
                request: RecordedRequest(.sample("Question \(index)."), model: "openai/m"),
                answer: ChatAnswer(text: "Answer \(index).", finishReason: .length, model: "m")
            )
        }
        let subject = ModelUnderTest(
            try ReplayModel(name: "openai/m", lines: lines),
            finishReason: .length,
            refused: .sample("Another question."),
            refusedKind: .notRecorded
        ) { .sample("Question \($0).") }
        try await check.check(subject)
    }
}
