import EtudeCore
import EtudeModel

/// Turns an HTTP reply into an answer or a failure; what an answer looks like is the provider's affair.
struct ReplyReader<Body: AnswerBody>: Sendable {
    /// The model's name as it was asked for, where the reply names none.
    let model: String
    /// What must never be repeated.
    let secret: Secret?

    /// Reads a reply.
    ///
    /// - Parameters:
    ///   - reply: the reply.
    ///   - now: seconds since 1970, for waits in the form of a date.
    /// - Returns: the answer; a prompt that a filter refused counts as one.
    /// - Throws: ``ModelFailure``.
    func answer(from reply: HTTPReply, now: Int) throws(ModelFailure) -> ChatAnswer {
        let json: JSONValue?
        let problem: String
        do {
            json = try JSONParser.parse(reply.body)
            problem = "it is JSON of another kind"
        } catch {
            json = nil
            problem = "\(error)"
        }
        if (200..<300).contains(reply.status) {
            if let json, let body = Body(json: json) {
                return body.answer(model: model, requestID: reply.requestID(json))
            }
            guard let json, json["error"] ?? .null != .null else {
                let message = "The answer is no \(Body.description): \(problem)."
                throw ModelFailure(.invalidBody, redacted(message), requestID: redacted(reply.requestID(json)))
            }
        }
        let error = ErrorReply(reply, json: json)
        guard error.isFiltered else { throw error.failure(redacting: secret, now: now) }
        return ChatAnswer(
            text: redacted(error.words),
            finishReason: .contentFilter,
            model: model,
            requestID: reply.requestID(json)
        )
    }

    private func redacted(_ text: String) -> String { secret?.redacted(from: text) ?? text }
}
