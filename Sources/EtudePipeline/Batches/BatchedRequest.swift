import EtudeCore
import EtudeModel
import EtudeStore

/// A request that a batch has settled, with what the journal notes of it.
///
/// Times are the provider's own, so that a result which is read twice is the same entry of the journal both times.
struct BatchedRequest: Sendable, Hashable {
    /// The model block that asked.
    let block: String
    /// The name that journal keys carry.
    let model: String
    /// The request's key.
    let key: String
    /// What was asked for, such as `write` or `mark`.
    let purpose: String
    /// The limit on output tokens that was asked; nil for none.
    let tokenLimit: Int?
    /// When the batch ended, in milliseconds since 1970.
    let createdAt: Int
    /// Milliseconds from the batch's creation to its end.
    let durationMilliseconds: Int

    /// The journal's entry for an answer.
    func entry(_ answer: ChatAnswer) -> JournalAnswer {
        JournalAnswer(
            key: key,
            model: model,
            tokenLimit: tokenLimit,
            isTruncated: answer.finishReason == .length,
            payload: answer.json,
            inputTokens: answer.usage?.input,
            outputTokens: answer.usage?.output,
            requestID: answer.requestID,
            purpose: purpose,
            createdAt: createdAt,
            durationMilliseconds: durationMilliseconds
        )
    }

    /// The journal's entry for a failure for good.
    func entry(_ failure: ModelFailure) -> JournalAnswer {
        JournalAnswer(
            key: key,
            model: model,
            tokenLimit: tokenLimit,
            isTruncated: false,
            payload: ["failed": .string(failure.kind.rawValue), "message": .string(failure.message)],
            inputTokens: nil,
            outputTokens: nil,
            requestID: failure.requestID,
            purpose: purpose,
            createdAt: createdAt,
            durationMilliseconds: durationMilliseconds
        )
    }
}

/// Where the results of batches go; each function returns when what it was given is durable.
struct BatchSink: Sendable {
    /// Takes an answer.
    let answer: @Sendable (BatchedRequest, ChatAnswer) async throws -> Void
    /// Takes a failure for good, which is decided like an answer.
    let failure: @Sendable (BatchedRequest, ModelFailure) async throws -> Void

    /// A sink of two functions.
    init(
        answer: @escaping @Sendable (BatchedRequest, ChatAnswer) async throws -> Void,
        failure: @escaping @Sendable (BatchedRequest, ModelFailure) async throws -> Void
    ) {
        self.answer = answer
        self.failure = failure
    }

    /// The journal of a run, its meter told of each answer.
    init(_ journal: Journal, meter: CallMeter) {
        self.init { request, answer in
            try await journal.record(request.entry(answer))
            meter.paid(request.block, answer.usage)
        } failure: { request, failure in
            try await journal.record(request.entry(failure))
        }
    }
}
