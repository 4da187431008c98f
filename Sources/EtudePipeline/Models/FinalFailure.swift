import EtudeCore
import EtudeModel
import EtudeStore

/// A request that has failed for good; it is journaled and decided like an answer.
struct FinalFailure: Error, Hashable {
    /// The class of the failure.
    let kind: String
    /// The provider's words.
    let message: String

    init(kind: String, message: String) {
        self.kind = kind
        self.message = message
    }

    /// The failure that a journal's payload holds; nil for an answer.
    init?(_ payload: JSONValue) {
        guard let kind = payload["failed"]?.string else { return nil }
        self.init(kind: kind, message: payload["message"]?.string ?? "")
    }

    /// The failure as a journal's entry.
    func entry(_ request: JournaledRequest, at time: Int) -> JournalAnswer {
        JournalAnswer(
            key: request.key,
            model: request.model,
            tokenLimit: request.tokenLimit,
            isTruncated: false,
            payload: ["failed": .string(kind), "message": .string(message)],
            inputTokens: nil,
            outputTokens: nil,
            requestID: "",
            purpose: request.purpose,
            createdAt: time,
            durationMilliseconds: 0,
            outcome: JournalAnswer.failed
        )
    }
}
