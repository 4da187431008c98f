import EtudeCore
import EtudeModel

/// How single requests and their replies look at a provider: all that a batch needs to know of it.
protocol ChatFormat: Sendable {
    /// The body of a request.
    func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue

    /// The answer in a reply.
    ///
    /// - Throws: ``ModelFailure`` for anything but an answer.
    func answer(from reply: HTTPReply) throws(ModelFailure) -> ChatAnswer
}

/// Chat completions, as OpenAI and its kin have them.
struct CompletionFormat: ChatFormat {
    let model: String
    let secret: Secret?
    let capabilities: OpenAIModel.Capabilities

    func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        let body = CompletionBody(
            model: model,
            tokenLimitField: capabilities.tokenLimitField,
            sendsSeed: capabilities.takesSeed
        )
        return try body.json(for: request)
    }

    func answer(from reply: HTTPReply) throws(ModelFailure) -> ChatAnswer {
        try ReplyReader(model: model, secret: secret).answer(from: reply, now: 0)
    }
}
