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
    /// What the batch's file on disk says of it.
    let facts: BatchItem.Facts
    /// When the batch ended, in milliseconds since 1970.
    let createdAt: Int
    /// Milliseconds from the batch's creation to its end.
    let durationMilliseconds: Int

    /// The request as the journal names it.
    var journaled: JournaledRequest {
        JournaledRequest(key: facts.key, model: model, purpose: facts.purpose, tokenLimit: facts.size.mostOutput)
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

    /// The journal of a run, its meter told of each result.
    init(_ journal: Journal, meter: CallMeter, spec: PipelineSpec) {
        self.init { request, answer in
            let price = spec.model(request.block)?.price
            let bill = Billing(request.facts.size, price: price?.token).bill(for: answer)
            try await journal.record(
                JournalAnswer(
                    answer,
                    to: request.journaled,
                    bill: bill,
                    currency: price?.currency,
                    at: request.createdAt,
                    after: request.durationMilliseconds
                )
            )
            meter.paid(request.block, answer, bill)
        } failure: { request, failure in
            let final = FinalFailure(kind: failure.kind.rawValue, message: failure.message)
            try await journal.record(final.entry(request.journaled, at: request.createdAt))
            let price = spec.model(request.block)?.price
            meter.failed(request.block, failure, Billing(request.facts.size, price: price?.token).bill(for: failure))
        }
    }
}
