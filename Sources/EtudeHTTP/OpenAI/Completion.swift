import EtudeCore
import EtudeModel

/// The first choice of a chat completion, read tolerantly: only a choice with a message is indispensable.
struct Completion: AnswerBody {
    static let description = "chat completion"

    private let json: JSONValue
    private let choice: JSONValue
    private let message: JSONValue

    /// Reads a body; nil if it holds no choice with a message.
    init?(json: JSONValue) {
        guard let choice = json["choices"]?.array?.first, let message = choice["message"], message.members != nil else {
            return nil
        }
        self.json = json
        self.choice = choice
        self.message = message
    }

    func answer(model: String, requestID: String) -> ChatAnswer {
        let content = ThinkBlock.split(content)
        let shown = [message["reasoning"], message["reasoning_content"]].lazy.compactMap { $0?.string }
            .first { !$0.isEmpty }
        let refusal = message["refusal"]?.string ?? ""
        return ChatAnswer(
            text: refusal.isEmpty ? content.text : refusal,
            reasoning: shown ?? content.reasoning,
            finishReason: refusal.isEmpty ? finishReason : .refusal,
            usage: usage,
            model: json["model"]?.string ?? model,
            requestID: requestID,
            fingerprint: json["system_fingerprint"]?.string ?? ""
        )
    }

    /// The content, which is a text, null, or a list of parts.
    private var content: String {
        switch message["content"] {
        case .string(let text): text
        case .array(let parts): parts.compactMap { $0["text"]?.string }.joined()
        default: ""
        }
    }

    private var finishReason: FinishReason {
        switch choice["finish_reason"]?.string {
        case "stop", "eos", "eos_token", "end_turn", "stop_sequence": .stop
        case "length", "max_tokens": .length
        case "content_filter": .contentFilter
        default: .other
        }
    }

    private var usage: TokenUsage? {
        guard let input = json["usage"]?["prompt_tokens"]?.int, let output = json["usage"]?["completion_tokens"]?.int
        else { return nil }
        return TokenUsage(input: input, output: output)
    }
}
