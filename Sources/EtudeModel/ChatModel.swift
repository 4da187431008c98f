/// Something that answers chat requests: a server, a recording, or code.
public protocol ChatModel: Sendable {
    /// What keys and rows carry: provider kind and model name, such as `openai/gpt-5-mini`, or the block's id.
    var name: String { get }
    /// Whether the same request always has the same answer at no cost, so that answers are computed again, not kept.
    var isDeterministic: Bool { get }

    /// Answers a request.
    ///
    /// - Parameter request: the conversation and how to answer.
    /// - Returns: the answer.
    /// - Throws: ``ModelFailure``, or `CancellationError` when the task is cancelled.
    func answer(_ request: ChatRequest) async throws -> ChatAnswer
}
