import EtudeCore
import EtudeModel
import EtudeStore

extension JournalAnswer {
    /// The entry of an answer that has just arrived.
    init(
        _ answer: ChatAnswer,
        to request: ChatRequest,
        key: String,
        model: String,
        bill: Bill,
        currency: String?,
        since start: ContinuousClock.Instant
    ) {
        self.init(
            key: key,
            model: model,
            tokenLimit: request.settings.maxOutputTokens,
            isTruncated: answer.finishReason == .length,
            payload: answer.json,
            inputTokens: answer.usage?.input,
            outputTokens: answer.usage?.output,
            requestID: answer.requestID,
            purpose: request.task.purpose,
            createdAt: WallClock.milliseconds,
            durationMilliseconds: Int(start.duration(to: .now) / .milliseconds(1)),
            outcome: answer.outcome.rawValue,
            modelReturned: answer.model,
            estimatedInput: bill.isEstimated ? bill.usage.input : nil,
            estimatedOutput: bill.isEstimated ? bill.usage.output : nil,
            cost: bill.cost,
            currency: currency
        )
    }

    /// Whether the answer serves a request under a token limit: one cut by a smaller limit than today's does not.
    func serves(_ limit: Int?) -> Bool {
        guard isTruncated, let tokenLimit else { return true }
        return limit.map { $0 <= tokenLimit } ?? false
    }
}

extension JournalAttempt {
    /// The entry of a try that has just failed.
    init(
        _ failure: ModelFailure,
        of request: ChatRequest,
        key: String,
        model: String,
        bill: Bill,
        currency: String?
    ) {
        self.init(
            key: key,
            model: model,
            purpose: request.task.purpose,
            kind: failure.kind.rawValue,
            message: failure.message,
            createdAt: WallClock.milliseconds,
            requestID: failure.requestID,
            estimatedInput: bill.isEstimated ? bill.usage.input : nil,
            estimatedOutput: bill.isEstimated ? bill.usage.output : nil,
            cost: bill.cost,
            currency: currency
        )
    }
}

extension ChatTask {
    /// What the journal calls the request.
    var purpose: String {
        switch self {
        case .write: "write"
        case .mark: "mark"
        case .check: "check"
        }
    }
}
