import EtudeCore
import EtudeModel

/// A conversation as it grows, with the last text that could be read.
struct Transcript: Sendable {
    /// The turns.
    var messages: [Message]
    private let teacher: String
    private var parsed = ParsedAnswer(text: "", explanation: "")
    private var finishReason = FinishReason.other

    /// A conversation that begins with a request.
    init(messages: [Message], teacher: String) {
        self.messages = messages
        self.teacher = teacher
    }

    /// The conversation so far.
    var draft: Draft {
        Draft(
            text: parsed.text,
            explanation: parsed.explanation,
            messages: messages,
            finishReason: finishReason.rawValue,
            teacher: teacher
        )
    }

    /// Adds the teacher's turn.
    ///
    /// - Parameter answer: what the teacher answered.
    /// - Returns: why it holds no text that counts; nil where it holds one.
    mutating func take(_ answer: ChatAnswer) -> RejectionReason? {
        messages.append(Message(.assistant, answer.text))
        finishReason = answer.finishReason
        switch answer.outcome {
        case .refused: return .refused
        case .filtered: return .filtered
        case .truncated: return .truncated
        case .cutInReasoning: return .cutInReasoning
        case .reasoningOnly: return .reasoningOnly
        case .empty: return .empty
        case .answered: break
        }
        guard let parsed = AnswerParser.parse(answer.text) else { return .unreadable }
        self.parsed = parsed
        return nil
    }
}
