import EtudeCore
import EtudeFlow
import EtudeModel
import EtudeStore
import Synchronization

/// A model behind servers, whose every answer is durable in the journal before anybody sees it, and is never paid for twice
/// (rule 4).
///
/// A failure of the wire is not an answer: the dispatcher tries again, and only a request that has failed for good is
/// journaled as such, so that every replay decides it alike.
struct JournaledModel: ChatModel {
    /// Takes note of a request for a batch.
    typealias BatchNote = @Sendable (_ request: ChatRequest, _ key: String) async throws -> Void

    /// The servers, each of which tries once.
    let servers: [any ChatModel]
    let block: String
    let currency: String?
    let journal: Journal
    let dispatcher: RequestDispatcher<ContinuousClock>
    let gate: StopGate
    let meter: CallMeter
    let isOffline: Bool
    /// Where requests go instead if the model answers in batches.
    let batches: BatchNote?
    private let audit = AuditBox()

    var name: String { servers[0].name }
    var isDeterministic: Bool { false }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        let entry = JournaledRequest(request, model: name)
        if let stored = try journal.answer(forKey: entry.key), stored.serves(request.settings.maxOutputTokens) {
            meter.note(block) { $0.fromJournal += 1 }
            return try read(stored)
        }
        guard !isOffline else {
            throw ModelFailure(.notRecorded, "The run is offline and the journal holds no answer to this request.")
        }
        if let batches {
            try await note(request, key: entry.key, in: batches)
            throw ModelFailure(.pending, "The request waits for a batch.")
        }
        do {
            return try await dispatcher.answer(
                request,
                send: { try await send(request, as: entry, to: $0, $1) },
                failed: { try await note($0, $1, of: entry, after: $2) }
            )
        } catch let failure as ModelFailure {
            // What refuses every request has closed the gate.
            try gate.check()
            throw failure
        } catch let givenUp as GivenUp where givenUp.isFinal {
            // A model that has answered nothing yet and calls a request wrong will most likely call them all wrong.
            if !givenUp.failure.isRetryable, !meter.hasAnswered(block) {
                gate.close(.refused("\(block) (\(name)) refuses the first request: \(givenUp.failure.message)"))
                try gate.check()
            }
            let final = FinalFailure(kind: givenUp.failure.kind.rawValue, message: givenUp.failure.message)
            try await journal.record(final.entry(entry, at: WallClock.milliseconds))
            throw final
        }
    }

    /// Takes note of a request for a batch; one that cannot be put into words closes the gate.
    private func note(_ request: ChatRequest, key: String, in batches: BatchNote) async throws {
        try gate.check()
        do {
            try await batches(request, key)
        } catch let failure as ModelFailure {
            gate.close(.refused("\(block) (\(name)): \(failure.message)"))
            try gate.check()
        }
    }

    /// Sends the request once; returns when the answer is durable.
    private func send(
        _ request: ChatRequest,
        as entry: JournaledRequest,
        to server: Int,
        _ billing: Billing
    ) async throws -> ChatAnswer {
        try gate.check()
        meter.note(block) { $0.inFlight += 1 }
        defer { meter.note(block) { $0.inFlight -= 1 } }
        let start = ContinuousClock.now
        do {
            let answer = try await servers[server].answer(request)
            let bill = billing.bill(for: answer)
            try await journal.record(
                JournalAnswer(
                    answer,
                    to: entry,
                    bill: bill,
                    currency: currency,
                    at: WallClock.milliseconds,
                    after: Int(start.duration(to: .now) / .milliseconds(1))
                )
            )
            meter.paid(block, answer, bill)
            gate.answered()
            if let complaint = audit.complaint(about: answer, to: request) {
                gate.close(.misconfigured("\(block) (\(name)): \(complaint)"))
            }
            return answer
        } catch let failure as ModelFailure {
            // What refuses every request closes the gate here, before the place of the refused one is given to the next.
            if failure.kind.isFatal { gate.close(.refused("\(block) (\(name)) refuses: \(failure.message)")) }
            throw failure
        }
    }

    /// Journals a failed try, and says what is known of all of them.
    private func note(
        _ failure: ModelFailure,
        _ bill: Bill,
        of request: JournaledRequest,
        after time: Duration
    ) async throws -> TryHistory {
        meter.failed(block, failure, bill)
        try await journal.record(
            JournalAttempt(
                failure,
                of: request,
                bill: bill,
                currency: currency,
                after: Int(time / .milliseconds(1))
            )
        )
        let tries = try journal.attempts(forKey: request.key)
        let span = (tries.last?.createdAt ?? 0) - (tries.first?.createdAt ?? 0)
        return TryHistory(
            tries: Dictionary(tries.compactMap { FailureKind(rawValue: $0.kind).map { ($0, 1) } }, uniquingKeysWith: +),
            span: .milliseconds(span)
        )
    }

    private func read(_ stored: JournalAnswer) throws -> ChatAnswer {
        if let final = FinalFailure(stored.payload) { throw final }
        return try ChatAnswer(json: stored.payload)
    }
}

/// The audit of a model's first answers, which arrive in any order.
private final class AuditBox: Sendable {
    private let audit = Mutex(AnswerAudit())

    func complaint(about answer: ChatAnswer, to request: ChatRequest) -> String? {
        audit.withLock { $0.complaint(about: answer, to: request) }
    }
}
