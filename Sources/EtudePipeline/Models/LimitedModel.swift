import EtudeModel

/// A model with a limit of requests in flight.
struct LimitedModel: ChatModel {
    let base: any ChatModel
    let limiter: ConcurrencyLimiter

    var name: String { base.name }
    var isDeterministic: Bool { base.isDeterministic }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        try await limiter.withPermit { try await base.answer(request) }
    }
}
