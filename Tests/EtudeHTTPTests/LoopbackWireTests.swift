import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

/// One model against a loopback server, with every fault that the wire has shown elsewhere.
@Suite struct LoopbackWireTests {
    /// Asks a model of a loopback server once.
    private func ask(
        _ request: ChatRequest = .sample(),
        timeout: Duration = .seconds(60),
        bodyLimit: Int = 64 << 20,
        answering handler: @escaping LoopbackChatServer.Handler
    ) async throws -> (result: Result<ChatAnswer, ModelFailure>, requests: [ReceivedRequest]) {
        try await LoopbackChatServer.run(answering: handler) { server, baseURL in
            let service = HTTPService(connections: 4, bodyLimit: bodyLimit)
            let model = try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: Endpoint(baseURL),
                apiKey: Secret("sk-secret-123"),
                service: service,
                timeout: timeout
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
            usage: TokenUsage(input: 10, output: 20),
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

    @Test(arguments: [
        (ServerReply.Ending.refused, FailureKind.transport), (.cut(after: 0), .transport),
        (.cut(after: 30), .transport),
        (.stalled(after: 0), .timeout), (.stalled(after: 30), .timeout),
    ])
    func `A connection that breaks or stalls is a failure of the wire`(
        ending: ServerReply.Ending,
        kind: FailureKind
    ) async throws {
        let patience: Duration = kind == .timeout ? .milliseconds(100) : .seconds(60)
        let (result, requests) = try await ask(timeout: patience) { _, _ in
            var reply = ServerReply.completion("Never seen.")
            reply.ending = ending
            return reply
        }
        let failure = try #require(throws: ModelFailure.self) { try result.get() }
        #expect(failure.kind == kind)
        #expect(failure.isRetryable)
        #expect(requests.count <= 1, "One answer is one try.")
    }

    @Test func `A redirect is not followed`() async throws {
        let (result, requests) = try await ask { request, _ in
            request.path == "/elsewhere"
                ? .completion("No.") : ServerReply(status: 307, headers: ["Location": "/elsewhere"], body: "")
        }
        let failure = try #require(throws: ModelFailure.self) { try result.get() }
        #expect(failure.kind == .unknownModel)
        #expect(failure.message.contains("/elsewhere"))
        #expect(requests.count == 1)
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

    @Test func `A body beyond the limit is not read to its end, and not asked for again`() async throws {
        let (result, _) = try await ask(bodyLimit: 10_000) { _, _ in
            ServerReply(body: String(repeating: " ", count: 10_001))
        }
        let failure = try #require(throws: ModelFailure.self) { try result.get() }
        #expect(failure.kind == .invalidBody)
        #expect(!failure.isRetryable)
    }

    @Test func `A server that is not there is a failure of the wire`() async throws {
        let address = try await LoopbackChatServer.run(answering: { _, _ in .completion("") }) { $1 }
        let service = HTTPService(connections: 1)
        let model = try OpenAIModel(
            name: "openai/test",
            model: "test",
            endpoint: Endpoint(address),
            apiKey: nil,
            service: service
        )
        let failure = try await #require(throws: ModelFailure.self) { try await model.answer(.sample()) }
        #expect(failure.kind == .transport)
        try await service.shutdown()
    }

    @Test func `A cancelled task ends its request`() async throws {
        try await LoopbackChatServer.run(answering: { _, _ in
            var reply = ServerReply.completion("Never seen.")
            reply.ending = .stalled(after: 5)
            return reply
        }) { _, baseURL in
            let service = HTTPService(connections: 1)
            let model = try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: Endpoint(baseURL),
                apiKey: nil,
                service: service
            )
            let asking = Task { try await model.answer(.sample()) }
            asking.cancel()
            await #expect(throws: CancellationError.self) { try await asking.value }
            try await service.shutdown()
        }
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
