import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudeHTTP

@Suite struct EmbeddingTests {
    private static let numbers: [Float] = [0.5, -1.25, 3e-7]
    /// The numbers as `struct.pack("<3f", …)` and Base64 have them.
    private static let base64 = "AAAAPwAAoL+wD6E0"

    private func request(_ text: String, extra: [JSONMember] = []) -> ChatRequest {
        ChatRequest(
            messages: [Message(.user, text)],
            settings: SamplingSettings(extra: extra),
            seed: Seed(0),
            task: .embed
        )
    }

    @Test func `Numbers are written in Base64 as servers write them`() {
        #expect(Embedding(Self.numbers)?.base64 == Self.base64)
        #expect(Embedding(base64: Self.base64)?.values == Self.numbers)
        for text in ["", "AAAAAA==", "AAAA", "AAAAPw=", "AACAfw==", "?"] { #expect(Embedding(base64: text) == nil) }
    }

    @Test(
        arguments: [
            (#"{"data":[{"embedding":[0.5,-1.25,3e-7]}],"usage":{"prompt_tokens":7},"model":"m-2"}"#, base64, 7, "m-2"),
            (#"{"data":[{"embedding":"\#(base64)"}]}"#, base64, nil, "m"),
            (#"{"data":[{"embedding":[]}]}"#, nil, nil, ""), (#"{"data":[{"embedding":[0,0]}]}"#, nil, nil, ""),
            (#"{"data":[{"embedding":[1,"2"]}]}"#, nil, nil, ""), (#"{"data":[]}"#, nil, nil, ""),
            (#"{"data":[{"embedding":[1e99]}]}"#, nil, nil, ""), (#"{"choices":[]}"#, nil, nil, ""),
        ] as [(String, String?, Int?, String)]
    )
    func `A reply holds an embedding or is refused`(body: String, text: String?, tokens: Int?, model: String) throws {
        let reply = EmbeddingReply(json: try JSONParser.parse(body))
        let answer = reply?.answer(model: "m", requestID: "r")
        #expect(answer?.text == text)
        guard let answer else { return }
        #expect(answer.usage == tokens.map { TokenUsage(input: $0, output: 0) })
        #expect(answer.model == model)
    }

    @Test func `A text goes to the embeddings of the server, with the members of extra`() async throws {
        let extra = [JSONMember("dimensions", 3)]
        let received = try await LoopbackChatServer.run(
            answering: { _, _ in .embedding(Self.numbers.map(Double.init)) },
            { server, baseURL in
                let service = HTTPService(connections: 1)
                let endpoint = try Endpoint(baseURL)
                let model = try OpenAIModel(
                    name: "openai/m",
                    model: "m",
                    endpoint: endpoint,
                    apiKey: nil,
                    service: service
                )
                let answer = try await model.answer(request("Some text.", extra: extra))
                #expect(Embedding(base64: answer.text)?.values == Self.numbers)
                try await service.shutdown()
                return await server.requests
            }
        )
        #expect(received.map(\.path) == ["/v1/embeddings"])
        #expect(received.first?.body == ["model": "m", "input": ["Some text."], "dimensions": 3])
        let body = EmbeddingBody(model: "m")
        #expect(throws: ModelFailure.self) { try body.json(for: request("x", extra: [JSONMember("input", 1)])) }
    }

    @Test func `A request for an embedding has a key of its own and no tokens of output`() {
        var chat = request("x")
        chat.task = .check
        #expect(chat.key(model: "m") != request("x").key(model: "m"))
        #expect(request("x").key(model: "m") == request("x").key(model: "m"))
        #expect(request("y").key(model: "m") != request("x").key(model: "m"))
        #expect(RequestSize(request("x")).mostOutput == 0)
        #expect(RequestSize(chat).mostOutput == nil)
    }
}
