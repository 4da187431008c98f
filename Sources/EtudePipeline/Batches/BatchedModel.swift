import EtudeModel

/// A model whose requests go into a batch: none is answered now.
struct BatchedModel: ChatModel {
    /// The name that journal keys carry.
    let name: String
    let block: String
    let steps: BatchSteps

    var isDeterministic: Bool { false }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try await steps.note(request, key: request.key(model: name), block: block)
        throw ModelFailure(.pending, "The request goes into a batch; a later run collects its answer.")
    }
}
