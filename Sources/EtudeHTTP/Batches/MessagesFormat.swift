import EtudeCore
import EtudeModel

/// The Messages format of Anthropic.
struct MessagesFormat: ChatFormat {
    /// The token limit where the settings have none; the format demands one.
    static let defaultTokenLimit = 4096
    /// Members that a pipeline file may not put into `extra`, because answers could not be read or matched any more.
    private static let reserved: Set<String> = ["model", "messages", "system", "output_config", "stream"]

    let model: String
    let secret: Secret?

    func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        if let member = request.settings.extra.first(where: { Self.reserved.contains($0.key) }) {
            throw ModelFailure(
                .badRequest,
                "The model's `extra` holds `\(member.key)`, which Etude sets itself; remove it."
            )
        }
        let extra = Set(request.settings.extra.map(\.key))
        return .object(members(for: request).filter { !extra.contains($0.key) } + request.settings.extra)
    }

    private func members(for request: ChatRequest) -> [JSONMember] {
        let system = request.messages.filter { $0.role == .system }.map(\.content).joined(separator: "\n\n")
        let turns = request.messages.filter { $0.role != .system }
        var members = [
            JSONMember("model", .string(model)),
            JSONMember("max_tokens", .int(request.settings.maxOutputTokens ?? Self.defaultTokenLimit)),
        ]
        if !system.isEmpty { members.append(JSONMember("system", .string(system))) }
        members.append(JSONMember("messages", .array(turns.map(\.json))))
        if let temperature = request.settings.temperature {
            members.append(JSONMember("temperature", .double(temperature)))
        }
        if let schema = request.schema {
            let format: JSONValue = ["type": "json_schema", "schema": schema.schema]
            members.append(JSONMember("output_config", ["format": format]))
        }
        return members
    }

    func answer(from reply: HTTPReply) throws(ModelFailure) -> ChatAnswer {
        let json = try? JSONParser.parse(reply.body)
        guard (200..<300).contains(reply.status), let json, let blocks = json["content"]?.array else {
            guard reply.status >= 400 else {
                throw ModelFailure(.invalidBody, "The answer is no message.")
            }
            let error = ErrorReply(status: reply.status, json: json, body: reply.body)
            throw ModelFailure(error.kind, secret?.redacted(from: error.message) ?? error.message)
        }
        return ChatAnswer(
            text: Self.joined(blocks, "text"),
            reasoning: Self.joined(blocks, "thinking"),
            finishReason: Self.finishReason(json["stop_reason"]?.string),
            usage: Self.usage(json["usage"]),
            model: json["model"]?.string ?? model,
            requestID: reply.header("request-id") ?? json["id"]?.string ?? "",
            refusalCategory: json["stop_details"]?["category"]?.string ?? ""
        )
    }

    private static func joined(_ blocks: [JSONValue], _ kind: String) -> String {
        blocks.filter { $0["type"]?.string == kind }.compactMap { $0[kind]?.string }.joined()
    }

    private static func finishReason(_ word: String?) -> FinishReason {
        switch word {
        case "end_turn", "stop_sequence": .stop
        case "max_tokens", "model_context_window_exceeded": .length
        case "refusal": .refusal
        default: .other
        }
    }

    private static func usage(_ json: JSONValue?) -> TokenUsage? {
        guard let input = json?["input_tokens"]?.int, let output = json?["output_tokens"]?.int else { return nil }
        let cached = ["cache_creation_input_tokens", "cache_read_input_tokens"].compactMap { json?[$0]?.int }
        return TokenUsage(input: input + cached.reduce(0, +), output: output)
    }
}
