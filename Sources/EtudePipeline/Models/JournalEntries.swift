import EtudeCore
import EtudeModel
import EtudeStore

/// A request as the journal names it.
struct JournaledRequest: Sendable, Hashable {
    /// Its key.
    let key: String
    /// The name that keys carry.
    let model: String
    /// What is asked for, such as `write` or `mark`.
    let purpose: String
    /// The limit on output tokens; nil for none.
    let tokenLimit: Int?
}

extension JournaledRequest {
    /// A request to a model.
    init(_ request: ChatRequest, model: String) {
        self.init(
            key: request.key(model: model),
            model: model,
            purpose: request.task.purpose,
            tokenLimit: request.settings.maxOutputTokens
        )
    }
}

extension JournalAnswer {
    /// The entry of an answer that arrived at a time, in milliseconds since 1970, after so many milliseconds.
    init(
        _ answer: ChatAnswer,
        to request: JournaledRequest,
        bill: Bill,
        currency: String?,
        at time: Int,
        after duration: Int
    ) {
        self.init(
            key: request.key,
            model: request.model,
            tokenLimit: request.tokenLimit,
            isTruncated: answer.finishReason == .length,
            payload: answer.json,
            inputTokens: answer.usage?.input,
            outputTokens: answer.usage?.output,
            requestID: answer.requestID,
            purpose: request.purpose,
            createdAt: time,
            durationMilliseconds: duration,
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
    /// The entry of a try that has just failed, after so many milliseconds.
    init(
        _ failure: ModelFailure,
        of request: JournaledRequest,
        bill: Bill,
        currency: String?,
        after duration: Int
    ) {
        self.init(
            key: request.key,
            model: request.model,
            purpose: request.purpose,
            kind: failure.kind.rawValue,
            message: failure.message,
            createdAt: WallClock.milliseconds,
            requestID: failure.requestID,
            durationMilliseconds: duration,
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
        case .list: "list"
        case .confirm: "confirm"
        case .propose: "propose"
        case .embed: "embed"
        }
    }
}
