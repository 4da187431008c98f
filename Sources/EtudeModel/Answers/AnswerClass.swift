/// What an answer amounts to, before anybody reads its words.
///
/// Each is an outcome of its own: counted, shown, and never taken for another.
public enum AnswerClass: String, Sendable, Hashable, CaseIterable {
    /// There is text, and the model was done.
    case answered
    /// There is neither text nor reasoning.
    case empty
    /// The model was done, and all it gave was reasoning.
    case reasoningOnly = "reasoning_only"
    /// The token limit cut the answer while the model was still reasoning.
    case cutInReasoning = "cut_in_reasoning"
    /// The token limit cut the text.
    case truncated
    /// The model refused.
    case refused
    /// A filter of the provider refused prompt or answer.
    case filtered

    /// Whether the model spent its tokens on reasoning alone.
    public var isLostInReasoning: Bool { self == .reasoningOnly || self == .cutInReasoning }
}

extension ChatAnswer {
    /// The class of the answer.
    public var outcome: AnswerClass {
        let hasText = text.contains { !$0.isWhitespace }
        let hasReasoning = reasoning.contains { !$0.isWhitespace }
        switch finishReason {
        case .refusal: return .refused
        case .contentFilter: return .filtered
        case .length: return !hasText && hasReasoning ? .cutInReasoning : .truncated
        case .stop, .other:
            guard !hasText else { return .answered }
            return hasReasoning ? .reasoningOnly : .empty
        }
    }
}
