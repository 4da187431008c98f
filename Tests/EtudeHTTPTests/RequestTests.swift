import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudeHTTP

@Suite struct RequestTests {
    private let body = CompletionBody(model: "test", capabilities: OpenAIModel.Capabilities())

    @Test func `All that a request says is in the body`() throws {
        let settings = SamplingSettings(
            temperature: 0.7,
            maxOutputTokens: 99,
            extra: [JSONMember("top_p", 0.95), JSONMember("chat_template_kwargs", ["enable_thinking": false])]
        )
        let schema = ResponseSchema(name: "marks", schema: ["type": "object"])
        let request = ChatRequest.sample("Hi.", settings: settings, schema: schema, seed: Seed(1 << 40 + 5))
        let format = #"{"type":"json_schema","json_schema":{"name":"marks","strict":true,"schema":{"type":"object"}}}"#
        #expect(
            try body.json(for: request).canonicalText
                == #"{"model":"test","messages":[{"role":"user","content":"Hi."}],"temperature":0.7,"max_tokens":99,"#
                + #""seed":5,"response_format":\#(format),"top_p":0.95,"#
                + #""chat_template_kwargs":{"enable_thinking":false}}"#
        )
    }

    @Test func `Another ask of the same question has another seed, the same each time`() throws {
        let seeds = try [0, 1, 1, 2].map { ask in
            try body.json(for: ChatRequest.sample("Hi.", seed: Seed(5), ask: ask))["seed"]?.int
        }
        #expect(seeds[0] == 5)
        #expect(seeds[1] == seeds[2])
        #expect(Set(seeds).count == 3)
    }

    @Test(arguments: [
        (ServerProfile.openai, ["model", "messages", "max_completion_tokens", "seed", "response_format"]),
        (.azure, ["model", "messages", "max_completion_tokens", "seed", "response_format"]),
        (.vllm, ["model", "messages", "max_tokens", "seed", "response_format"]),
        (.llamacpp, ["model", "messages", "max_tokens", "seed", "response_format"]),
        (.ollama, ["model", "messages", "max_tokens", "seed", "response_format"]),
        (.plain, ["model", "messages", "max_tokens"]),
    ])
    func `Each kind of server is sent what it takes`(profile: ServerProfile, members: [String]) throws {
        let request = ChatRequest.sample(
            settings: SamplingSettings(maxOutputTokens: 9),
            schema: ResponseSchema(name: "marks", schema: ["type": "object"])
        )
        let body = CompletionBody(model: "test", capabilities: OpenAIModel.Capabilities(profile: profile))
        #expect(try body.json(for: request).members?.map(\.key) == members)
    }

    @Test func `The member of the token limit can be named apart from the kind of server`() throws {
        let capabilities = OpenAIModel.Capabilities(profile: .plain, tokenLimitField: .maxCompletionTokens)
        let body = CompletionBody(model: "test", capabilities: capabilities)
        let json = try body.json(for: .sample(settings: SamplingSettings(maxOutputTokens: 9)))
        #expect(json["max_completion_tokens"] == 9)
    }

    @Test(arguments: [
        (ServerProfile.plain, "stop"), (.plain, "seed"), (.ollama, "max_completion_tokens"), (.ollama, "tool_choice"),
    ])
    func `What a kind of server would ignore is refused in extra`(profile: ServerProfile, key: String) throws {
        let request = ChatRequest.sample(settings: SamplingSettings(extra: [JSONMember(key, 1)]))
        let body = CompletionBody(model: "test", capabilities: OpenAIModel.Capabilities(profile: profile))
        let failure = try #require(throws: ModelFailure.self) { try body.json(for: request) }
        #expect(failure.kind == .badRequest)
        #expect(failure.message.contains("`\(key)`"))
        #expect(failure.message.contains("`\(profile.rawValue)`"))
    }

    @Test(arguments: ServerProfile.allCases)
    func `Several choices in one answer are known to be taken by some servers only`(profile: ServerProfile) {
        #expect(profile.takes("n") == ![.ollama, .plain].contains(profile))
        #expect(profile.takes("stop") == (profile != .plain))
    }

    @Test func `A member of extra replaces one of ours`() throws {
        let settings = SamplingSettings(temperature: 1, extra: [JSONMember("seed", 3), JSONMember("temperature", 0)])
        let json = try body.json(for: .sample(settings: settings))
        #expect(json.members?.map(\.key) == ["model", "messages", "seed", "temperature"])
        #expect(json["seed"] == 3)
    }

    @Test(arguments: ["model", "messages", "response_format", "stream", "n"])
    func `What is set elsewhere is refused in extra`(key: String) throws {
        let request = ChatRequest.sample(settings: SamplingSettings(extra: [JSONMember(key, true)]))
        let failure = try #require(throws: ModelFailure.self) { try body.json(for: request) }
        #expect(failure.kind == .badRequest)
        #expect(failure.message.contains("`\(key)`"))
    }

    @Test(arguments: ["", "sk-1\n", "sk 1", "sk-é"])
    func `A key that cannot stand in a header is refused without being shown`(key: String) async throws {
        let service = HTTPService(connections: 1)
        let error = try #require(throws: EtudeError.self) {
            try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: Endpoint("https://host"),
                apiKey: Secret(key),
                service: service
            )
        }
        #expect(error.code == .config)
        #expect(!error.message.contains("sk"))
        try await service.shutdown()
    }
}
