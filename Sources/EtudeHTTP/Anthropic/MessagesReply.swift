import EtudeCore
import EtudeModel

/// A message as the Messages API returns it.
struct MessagesReply: AnswerBody {
    static let description = "message"

    private let json: JSONValue
    private let blocks: [JSONValue]

    /// Reads a body; nil if it has no list of blocks.
    init?(json: JSONValue) {
        guard let blocks = json["content"]?.array, json["stop_reason"] != nil || json["role"] != nil else { return nil }
        self.json = json
        self.blocks = blocks
    }

    func answer(model: String, requestID: String) -> ChatAnswer {
        let details = json["stop_details"]
        let text = texts(of: "text", in: "text").joined()
        let isRefusal = finishReason == .refusal
        return ChatAnswer(
            text: isRefusal && text.isEmpty ? details?["explanation"]?.string ?? "" : text,
            reasoning: texts(of: "thinking", in: "thinking").joined(separator: "\n\n"),
            finishReason: finishReason,
            usage: usage,
            model: json["model"]?.string ?? model,
            requestID: requestID,
            refusalCategory: isRefusal ? details?["category"]?.string ?? "" : ""
        )
    }

    /// The texts of the blocks of a type, in order.
    private func texts(of type: String, in key: String) -> [String] {
        blocks.filter { $0["type"]?.string == type }.compactMap { $0[key]?.string }
    }

    private var finishReason: FinishReason {
        switch json["stop_reason"]?.string {
        case "end_turn", "stop_sequence": .stop
        case "max_tokens", "model_context_window_exceeded": .length
        case "refusal": .refusal
        default: .other
        }
    }

    /// Input counts what was written to the cache and read from it, which are apart from `input_tokens`.
    private var usage: TokenUsage? {
        guard let usage = json["usage"], let input = usage["input_tokens"]?.int,
            let output = usage["output_tokens"]?.int
        else { return nil }
        let cached = ["cache_creation_input_tokens", "cache_read_input_tokens"].compactMap { usage[$0]?.int }
        return TokenUsage(input: cached.reduce(input, +), output: output)
    }
}
