import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudeHTTP

@Suite struct RequestTests {
    private let body = CompletionBody(model: "test", tokenLimitField: .maxTokens, sendsSeed: true)

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

    @Test func `Servers differ in token limit and seed`() throws {
        let body = CompletionBody(model: "test", tokenLimitField: .maxCompletionTokens, sendsSeed: false)
        let json = try body.json(for: .sample(settings: SamplingSettings(maxOutputTokens: 9)))
        #expect(json.members?.map(\.key) == ["model", "messages", "max_completion_tokens"])
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

    @Test(arguments: [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"), ("https://host:8443/v1//", "https://host:8443/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"), ("http://127.8.9.1/v1/", "http://127.8.9.1/v1"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"), ("HTTPS://Host", "HTTPS://Host"),
    ])
    func `A base address is taken without its last slash`(text: String, baseURL: String) throws {
        #expect(try Endpoint(text).baseURL == baseURL)
    }

    @Test(arguments: [
        ("api.openai.com/v1", "https://"), ("ftp://host/v1", "https://"), ("https://", "host"), ("https:///v1", "host"),
        ("https://host:port/v1", "port"), ("https://host:99999/v1", "port"), ("https://[::1/v1", "host"),
        ("https://me:sk-1@host/v1", "api_key"), ("https://host/v1?key=1", "query"), ("https://host/v 1", "blank"),
        ("https://hóst/v1", "ASCII"), ("http://example.org/v1", "in the clear"), ("http://10.0.0.1/v1", "in the clear"),
        ("http://127.0.0.1.example.org/v1", "in the clear"), ("http://127.1/v1", "in the clear"),
        ("http://localhost.example.org/v1", "in the clear"),
    ])
    func `A wrong or unsafe base address is refused`(text: String, part: String) throws {
        let error = try #require(throws: EtudeError.self) { try Endpoint(text) }
        #expect(error.code == .config)
        #expect(error.message.contains(part), "\(error.message)")
        #expect(!error.message.contains("sk-1"))
    }

    @Test func `Plain HTTP to another machine can be allowed`() throws {
        #expect(try Endpoint("http://10.0.0.1/v1", allowsPlainHTTP: true).baseURL == "http://10.0.0.1/v1")
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
