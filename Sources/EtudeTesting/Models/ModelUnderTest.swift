public import EtudeModel

/// A model that is to keep its promises, with requests for it.
public struct ModelUnderTest: Sendable {
    /// The model.
    public let model: any ChatModel
    /// Why its answers end.
    public let finishReason: FinishReason
    /// A request that it cannot answer.
    public let refused: ChatRequest
    /// The kind of failure that ``refused`` meets with.
    public let refusedKind: FailureKind
    /// What it knows and must never show; nil if it knows no secret.
    public let secret: String?
    /// A request that it can answer, one for each number from 0 to 31; their answers differ.
    public let request: @Sendable (Int) -> ChatRequest

    /// A model with its requests.
    public init(
        _ model: any ChatModel,
        finishReason: FinishReason = .stop,
        refused: ChatRequest,
        refusedKind: FailureKind,
        secret: String? = nil,
        request: @escaping @Sendable (Int) -> ChatRequest
    ) {
        self.model = model
        self.finishReason = finishReason
        self.refused = refused
        self.refusedKind = refusedKind
        self.secret = secret
        self.request = request
    }
}
