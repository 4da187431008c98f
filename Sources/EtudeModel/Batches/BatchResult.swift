/// What became of one request of a batch.
public struct BatchResult: Sendable, Hashable {
    /// The ways in which a request ends.
    public enum Outcome: Sendable, Hashable {
        /// It was answered.
        case answer(ChatAnswer)
        /// It was tried and failed.
        case failure(ModelFailure)
        /// It was never tried, because the batch expired or was cancelled before.
        case unanswered
    }

    /// The request's name in the batch.
    public let customID: String
    /// What became of it.
    public let outcome: Outcome

    /// A result.
    public init(customID: String, outcome: Outcome) {
        self.customID = customID
        self.outcome = outcome
    }
}
