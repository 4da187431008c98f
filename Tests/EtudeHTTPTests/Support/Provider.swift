import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting

/// The two formats of the wire, with what the tests need of each.
enum Provider: String, Sendable, CaseIterable {
    case openai
    case anthropic

    /// The key that must never be seen.
    static let key = "sk-secret-123"

    /// A model at an address.
    func model(
        at baseURL: String,
        service: HTTPService,
        timeout: Duration = .seconds(60)
    ) throws -> any ChatModel {
        let endpoint = try Endpoint(baseURL, allowsPlainHTTP: true)
        let key = Secret(Self.key)
        return switch self {
        case .openai:
            try OpenAIModel(
                name: "openai/test",
                model: "test",
                endpoint: endpoint,
                apiKey: key,
                service: service,
                timeout: timeout
            )
        case .anthropic:
            try AnthropicModel(
                name: "anthropic/test",
                model: "test",
                endpoint: endpoint,
                apiKey: key,
                service: service,
                timeout: timeout
            )
        }
    }

    /// The field that names the request.
    var requestIDField: String { self == .openai ? "x-request-id" : "request-id" }

    /// A whole answer.
    func answer(_ text: String, ends reason: FinishReason = .stop) -> ServerReply {
        switch self {
        case .openai: .completion(text, finishReason: reason == .length ? "length" : "stop")
        case .anthropic: .message(text, stopReason: reason == .length ? "max_tokens" : "end_turn")
        }
    }

    /// An error as the provider writes it, with the key in its words.
    func error(_ status: Int, _ code: String, headers: [String: String] = [:]) -> ServerReply {
        let words = JSONValue.string("It says \(code) to \(Self.key).")
        let error: JSONValue =
            switch self {
            case .openai: ["message": words, "type": "some_error", "param": .null, "code": .string(code)]
            case .anthropic: ["type": .string(code), "message": words]
            }
        let body: JSONValue = ["type": "error", "error": error]
        var headers = headers
        headers[requestIDField] = "req-7"
        return ServerReply(status: status, headers: headers, body: body.canonicalText)
    }
}
