import EtudeCore
import EtudeModel

/// The embedding of one text, as a list of numbers or in Base64; its answer is the Base64.
struct EmbeddingReply: AnswerBody {
    static let description = "embedding"

    private let json: JSONValue
    private let embedding: Embedding

    /// Reads a body; nil if it holds no embedding.
    init?(json: JSONValue) {
        guard let entry = json["data"]?.array?.first, let embedding = Self.embedding(entry["embedding"]) else {
            return nil
        }
        self.json = json
        self.embedding = embedding
    }

    func answer(model: String, requestID: String) -> ChatAnswer {
        ChatAnswer(
            text: embedding.base64,
            usage: json["usage"]?["prompt_tokens"]?.int.map { TokenUsage(input: $0, output: 0) },
            model: json["model"]?.string ?? model,
            requestID: requestID
        )
    }

    private static func embedding(_ value: JSONValue?) -> Embedding? {
        switch value {
        case .string(let text): return Embedding(base64: text)
        case .array(let elements):
            let numbers = elements.compactMap { $0.double.map(Float.init) }
            return numbers.count == elements.count ? Embedding(numbers) : nil
        default: return nil
        }
    }
}
