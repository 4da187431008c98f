import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

/// What a model of OpenAI's format sends, and what it makes of answers.
@Suite struct LoopbackWireTests {
    /// Asks a model of a loopback server once.
    private func ask(
        _ request: ChatRequest = .sample(),
        capabilities: OpenAIModel.Capabilities = OpenAIModel.Capabilities(),
        path: String = "",
        answering handler: @escaping LoopbackChatServer.Handler
    ) async throws -> (result: Result<ChatAnswer, ModelFailure>, requests: [ReceivedRequest]) {
        try await LoopbackChatServer.run(answering: handler) { server, baseURL in
            let service = HTTPService(connections: 4)
            let model = try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: Endpoint(baseURL + path),
                apiKey: Secret("sk-secret-123"),
                service: service,
                capabilities: capabilities
            )
            let result: Result<ChatAnswer, ModelFailure>
            do {
                result = .success(try await model.answer(request))
            } catch let failure as ModelFailure {
                result = .failure(failure)
            }
            try await service.shutdown()
            return (result, await server.requests)
        }
    }

    @Test func `A request reaches the server, and its answer comes back`() async throws {
        let (result, requests) = try await ask { _, _ in
            var reply = ServerReply.completion("Yes — “so”.", model: "test-2026")
            reply.headers["x-request-id"] = "req-1"
            return reply
        }
        let answer = ChatAnswer(
            text: "Yes — “so”.",
            usage: TokenUsage(input: 1_000, output: 20),
            model: "test-2026",
            requestID: "req-1"
        )
        #expect(try result.get() == answer)
        let received = try #require(requests.first)
        #expect(received.path == "/v1/chat/completions")
        #expect(received.authorization == "Bearer sk-secret-123")
        #expect(
            received.body.canonicalText
                == #"{"model":"test","messages":[{"role":"user","content":"Write about falconry."}],"seed":7}"#
        )
    }

    @Test func `A dated deployment of Azure gets its key and its version where it wants them`() async throws {
        let (_, requests) = try await ask(
            capabilities: OpenAIModel.Capabilities(profile: .azure),
            path: "/deployments/d?api-version=2024-10-21"
        ) { _, _ in .completion("Yes.") }
        let received = try #require(requests.first)
        #expect(received.path == "/v1/deployments/d/chat/completions")
        #expect(received.query == "api-version=2024-10-21")
        #expect(received.headers["api-key"] == "sk-secret-123")
        #expect(received.headers["authorization"] == nil)
    }

    @Test func `The key stands in no error, even where the server repeats it`() async throws {
        let (result, _) = try await ask { request, _ in
            let padding = String(repeating: "x", count: 480)
            return ServerReply(
                status: 401,
                body: #"{"error":"Wrong key: \#(request.authorization) \#(padding) \#(request.authorization)"}"#
            )
        }
        let failure = try #require(throws: ModelFailure.self) { try result.get() }
        #expect(failure.kind == .authentication)
        #expect(failure.message.contains("Wrong key: Bearer •••"))
        #expect(!failure.message.contains("secret"))
    }

    @Test func `Pure answers come out of order and follow from the body alone`() async throws {
        let pure = PureAnswers()
        let schema = ResponseSchema(
            name: "marks",
            schema: [
                "type": "object",
                "properties": [
                    "marks": [
                        "type": "array",
                        "items": [
                            "type": "object",
                            "properties": [
                                "criterion": ["type": "string", "enum": ["topic", "sense"]], "met": ["type": "boolean"],
                            ],
                        ],
                    ]
                ],
            ]
        )
        let answers = try await LoopbackChatServer.run(answering: { pure.reply(to: $0, number: $1) }) { _, baseURL in
            let service = HTTPService(connections: 16)
            let model = try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: Endpoint(baseURL),
                apiKey: nil,
                service: service
            )
            let answers = try await withThrowingTaskGroup(of: (UInt64, String).self) { group in
                for seed in 0..<60 as Range<UInt64> {
                    group.addTask { (seed % 30, try await model.answer(.sample(seed: Seed(seed % 30))).text) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let marks = try await model.answer(.sample("Mark this.", schema: schema)).text
            #expect(marks == #"{"marks":[{"criterion":"topic","met":true},{"criterion":"sense","met":true}]}"#)
            let failed = try await model.answer(.sample("Mark this: \(PureAnswers.flaw).", schema: schema)).text
            #expect(failed == marks.replacing("true", with: "false"))
            try await service.shutdown()
            return answers
        }
        let texts = Dictionary(grouping: answers) { $0.0 }.mapValues { Set($0.map(\.1)) }
        #expect(texts.values.allSatisfy { $0.count == 1 })
        let good = Set(texts.values.joined()).filter { $0.hasPrefix("Answer: ") && !$0.contains(PureAnswers.flaw) }
        #expect((10..<30).contains(good.count))
        #expect(answers.map(\.0) != Array(0..<30) + Array(0..<30))
    }
}
