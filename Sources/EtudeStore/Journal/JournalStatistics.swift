/// What a journal holds of one model and one kind of purpose.
public struct JournalStatistics: Sendable, Hashable {
    /// The model asked.
    public let model: String
    /// What was asked for, such as `write` or `mark`.
    public let purpose: String
    /// Paid answers, with those that a later answer to the same request stands in for.
    public let answers: Int
    /// Tries that failed on the wire.
    public let failedTries: Int
    /// Tokens read in all answers whose provider counted them.
    public let inputTokens: Int
    /// Tokens written in all answers whose provider counted them.
    public let outputTokens: Int
    /// Answers whose provider left out either count.
    public let unknownUsage: Int
}
