import EtudeCore
import EtudeModel

/// Turns an HTTP reply of a chat completion server into an answer or a failure.
struct ReplyReader: Sendable {
    /// The model's name as it was asked for, where the reply names none.
    let model: String
    /// What must never be repeated.
    let secret: Secret?

    /// Reads a reply.
    ///
    /// - Parameters:
    ///   - reply: the reply.
    ///   - now: seconds since 1970, for a `Retry-After` in the form of a date.
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
        switch reply.status {
        case 200..<300:
            if let json, let completion = Completion(json: json) {
                return completion.answer(model: model, requestID: requestID(reply, json))
            }
            guard let json, json["error"] ?? .null != .null else {
                throw failure(.invalidBody, "The answer is no chat completion: \(problem).")
            }
        case 300..<400:
            let target = reply.header("location") ?? "nowhere"
            throw failure(
                .unknownModel,
                "The server redirects to \(target). Redirects are not followed; put the final address into base_url."
            )
        default: break
        }
        let error = ErrorReply(status: reply.status, json: json, body: reply.body)
        guard !error.isFiltered else {
            return ChatAnswer(
                text: redacted(error.words),
                finishReason: .contentFilter,
                model: model,
                requestID: requestID(reply, json ?? .null)
            )
        }
        throw failure(
            error.kind,
            error.message,
            retryAfter: RetryAfter.wait(of: reply, now: now),
            isRetryable: reply.header("x-should-retry").flatMap(Bool.init)
        )
    }

    private func requestID(_ reply: HTTPReply, _ json: JSONValue) -> String {
        reply.header("x-request-id") ?? reply.header("apim-request-id") ?? json["id"]?.string ?? ""
    }

    private func redacted(_ text: String) -> String { secret?.redacted(from: text) ?? text }

    /// A failure without the secret; it is removed before the text is cut, so that no part of it can remain.
    private func failure(
        _ kind: FailureKind,
        _ text: String,
        retryAfter: Duration? = nil,
        isRetryable: Bool? = nil
    ) -> ModelFailure {
        ModelFailure(kind, redacted(text), retryAfter: retryAfter, isRetryable: isRetryable)
    }
}
