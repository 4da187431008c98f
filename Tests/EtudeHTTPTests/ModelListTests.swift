import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

@Suite struct ModelListTests {
    private func models(
        _ provider: Provider,
        _ reply: ServerReply
    ) async throws -> (names: [String]?, request: ReceivedRequest?) {
        try await LoopbackChatServer.run(answering: { _, _ in reply }) { server, baseURL in
            let service = HTTPService(connections: 1)
            let model = try provider.model(at: baseURL, service: service)
            do {
                let names =
                    if let model = model as? OpenAIModel { try await model.models() } else {
                        try await (model as? AnthropicModel)?.models()
                    }
                try await service.shutdown()
                return (names, await server.requests.first)
            } catch {
                try await service.shutdown()
                throw error
            }
        }
    }

    @Test(
        arguments: [
            (200, #"{"object":"list","data":[{"id":"a"},{"id":"b","object":"model"}]}"#, ["a", "b"]),
            (200, #"[{"id":"a"}]"#, ["a"]), (200, #"{"data":[]}"#, []), (200, #"{"data":[{"name":"a"}]}"#, nil),
            (200, "<html>Welcome</html>", nil), (404, #"{"error":{"message":"No."}}"#, nil), (405, "", nil),
            (501, "", nil),
        ] as [(Int, String, [String]?)]
    )
    func `The names of the models are listed where the server has a list`(
        status: Int,
        body: String,
        names: [String]?
    ) async throws {
        for provider in Provider.allCases {
            let (found, request) = try await models(provider, ServerReply(status: status, body: body))
            #expect(found == names)
            let received = try #require(request)
            #expect(received.method == "GET")
            #expect(received.path == "/v1/models")
            #expect(received.body == .null)
        }
    }

    @Test func `The key goes along, as the provider wants it`() async throws {
        let list = ServerReply(body: #"{"data":[]}"#)
        let openAI = try #require(try await models(.openai, list).request)
        #expect(openAI.authorization == "Bearer \(Provider.key)")
        let anthropic = try #require(try await models(.anthropic, list).request)
        #expect(anthropic.headers["x-api-key"] == Provider.key)
        #expect(anthropic.headers["anthropic-version"] == "2023-06-01")
        #expect(anthropic.headers["authorization"] == nil)
        #expect(anthropic.query == "limit=1000")
    }

    @Test(arguments: Provider.allCases)
    func `A list that is refused is a failure without the key`(provider: Provider) async throws {
        let failure = try await #require(throws: ModelFailure.self) {
            _ = try await models(provider, provider.error(401, "authentication_error"))
        }
        #expect(failure.kind == .authentication)
        #expect(failure.requestID == "req-7")
        #expect(!failure.message.contains(Provider.key))
    }
}
