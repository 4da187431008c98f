import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudeHTTP

@Suite struct MessagesBodyTests {
    private let body = MessagesBody(model: "test")

    @Test func `All that a request says is in the body, system turns apart`() throws {
        var request = ChatRequest.sample(
            settings: SamplingSettings(
                temperature: 0.7,
                maxOutputTokens: 99,
                extra: [JSONMember("top_k", 5), JSONMember("output_config", ["effort": "low"])]
            ),
            schema: ResponseSchema(name: "marks", schema: ["type": "object"])
        )
        request.messages = [
            Message(.system, "Be brief."), Message(.user, "Hi."), Message(.assistant, "Hm?"),
            Message(.system, "And kind."),
            Message(.user, "Well?"),
        ]
        #expect(
            try body.json(for: request).canonicalText
                == #"{"model":"test","max_tokens":99,"system":"Be brief.\n\nAnd kind.","messages":["#
                + #"{"role":"user","content":"Hi."},{"role":"assistant","content":"Hm?"},"#
                + #"{"role":"user","content":"Well?"}],"temperature":0.7,"top_k":5,"output_config":{"effort":"low","#
                + #""format":{"type":"json_schema","schema":{"type":"object"}}}}"#
        )
    }

    @Test func `A token limit is always sent, a seed and an empty system never`() throws {
        let json = try body.json(for: .sample())
        #expect(json.members?.map(\.key) == ["model", "max_tokens", "messages"])
        #expect(json["max_tokens"] == 4096)
    }

    @Test func `Without a schema the output is configured as extra has it`() throws {
        let settings = SamplingSettings(extra: [JSONMember("output_config", ["effort": "low"])])
        #expect(try body.json(for: .sample(settings: settings))["output_config"] == ["effort": "low"])
    }

    @Test(
        arguments: [
            ("model", true), ("messages", true), ("system", true), ("stream", true),
            ("output_config", ["format": ["type": "json_schema"]]),
        ] as [(String, JSONValue)]
    )
    func `What is set elsewhere is refused in extra`(key: String, value: JSONValue) throws {
        let request = ChatRequest.sample(settings: SamplingSettings(extra: [JSONMember(key, value)]))
        let failure = try #require(throws: ModelFailure.self) { try body.json(for: request) }
        #expect(failure.kind == .badRequest)
        #expect(failure.message.contains("`\(key)"))
    }
}
