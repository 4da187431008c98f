import EtudeCore
import EtudeFlow
import EtudeModel
import EtudeStore

/// A model whose every answer is durable in the journal before anybody sees it, and is never paid for twice (rule 4).
///
/// A failure of the wire is not an answer: the request is tried again until it has failed ``giveUpTries`` times over at
/// least ``giveUpSeconds``, and only then is the failure journaled as final, so that every replay decides it alike. A request
/// that the provider calls wrong is final at once.
struct JournaledModel: ChatModel {
    /// How often a request may fail on the wire before it has failed for good.
    static let giveUpTries = 20
    /// Over how many seconds at least.
    static let giveUpSeconds = 600
    /// How long nothing may be answered at all before the run stops.
    static let maximumSilence = Duration.seconds(600)

    let base: any ChatModel
    let block: String
    let journal: Journal
    let gate: StopGate
    let meter: CallMeter
    let isOffline: Bool

    var name: String { base.name }
    var isDeterministic: Bool { base.isDeterministic }

    func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        let key = request.key(model: base.name)
        if let stored = try journal.answer(forKey: key), serves(stored, request) {
            meter.note(block) { $0.fromJournal += 1 }
            return try read(stored)
        }
        guard !isOffline else {
            throw ModelFailure(.notRecorded, "The run is offline and the journal holds no answer to this request.")
        }
        while true {
            if let answer = try await attempt(request, key: key) { return answer }
        }
    }

    /// Sends the request once.
    ///
    /// - Returns: the answer, or nil if it is to be tried again after a pause that has passed.
    private func attempt(_ request: ChatRequest, key: String) async throws -> ChatAnswer? {
        let start = ContinuousClock.now
        do {
            let answer = try await base.answer(request)
            try await journal.record(entry(answer, request, key: key, since: start))
            meter.paid(block, answer.usage)
            gate.answered()
            return answer
        } catch let failure as ModelFailure where failure.kind == .notRecorded {
            throw failure
        } catch let failure as ModelFailure {
            try await note(failure, request, key: key)
            try await Task.sleep(for: .seconds(5))
            return nil
        }
    }

    /// Notes a failed try, and ends the request or the run where that is due.
    private func note(_ failure: ModelFailure, _ request: ChatRequest, key: String) async throws {
        try await journal.record(
            JournalAttempt(
                key: key,
                model: base.name,
                purpose: request.task.purpose,
                kind: failure.kind.rawValue,
                message: failure.message,
                createdAt: WallClock.milliseconds
            )
        )
        // A model that has answered nothing yet and calls a request wrong will most likely call them all wrong.
        if !failure.isRetryable, !failure.kind.isFatal, !meter.hasAnswered(block) {
            gate.close(.refused("\(block) (\(base.name)) refuses the first request: \(failure.message)"))
        }
        if !failure.isRetryable { try gate.check() }
        let tries = try journal.attempts(forKey: key)
        let span = (tries.last?.createdAt ?? 0) - (tries.first?.createdAt ?? 0)
        if !failure.isRetryable || (tries.count >= Self.giveUpTries && span >= Self.giveUpSeconds * 1_000) {
            let final = FinalFailure(kind: failure.kind.rawValue, message: failure.message)
            try await journal.record(final.entry(request, key: key, model: base.name, at: WallClock.milliseconds))
            throw final
        }
        if gate.silence > Self.maximumSilence {
            gate.close(
                .stalled("\(block) (\(base.name)) has not answered for ten minutes; last it said: \(failure.message)")
            )
        }
        try gate.check()
    }

    /// Whether a stored answer serves today's request: one cut by a smaller token limit than today's does not.
    private func serves(_ stored: JournalAnswer, _ request: ChatRequest) -> Bool {
        guard stored.isTruncated, let limit = stored.tokenLimit else { return true }
        guard let today = request.settings.maxOutputTokens else { return false }
        return today <= limit
    }

    private func read(_ stored: JournalAnswer) throws -> ChatAnswer {
        if let final = FinalFailure(stored.payload) { throw final }
        return try ChatAnswer(json: stored.payload)
    }

    private func entry(
        _ answer: ChatAnswer,
        _ request: ChatRequest,
        key: String,
        since start: ContinuousClock.Instant
    ) -> JournalAnswer {
        JournalAnswer(
            key: key,
            model: base.name,
            tokenLimit: request.settings.maxOutputTokens,
            isTruncated: answer.finishReason == .length,
            payload: answer.json,
            inputTokens: answer.usage?.input,
            outputTokens: answer.usage?.output,
            requestID: answer.requestID,
            purpose: request.task.purpose,
            createdAt: WallClock.milliseconds,
            durationMilliseconds: Int(start.duration(to: .now) / .milliseconds(1))
        )
    }
}

extension ChatTask {
    /// What the journal calls the request.
    var purpose: String {
        switch self {
        case .write: "write"
        case .mark: "mark"
        }
    }
}
