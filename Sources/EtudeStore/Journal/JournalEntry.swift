import EtudeCore
import GRDB

/// What one record puts into the journal.
enum JournalEntry: Sendable {
    case answer(JournalAnswer)
    case attempt(JournalAttempt)

    /// The key of the request it belongs to.
    var key: String {
        switch self {
        case .answer(let answer): answer.key
        case .attempt(let attempt): attempt.key
        }
    }

    /// Adds it to the tables, within the transaction under way.
    ///
    /// - Parameter database: the connection that writes.
    /// - Returns: whether it was new there.
    /// - Throws: GRDB's errors.
    @discardableResult
    func insert(into database: Database) throws -> Bool {
        switch self {
        case .answer(let answer): try Self.insert(answer, into: database)
        case .attempt(let attempt): try Self.insert(attempt, into: database)
        }
        return database.changesCount > 0
    }

    private static func insert(_ answer: JournalAnswer, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO answers (key, model, purpose, token_limit, is_truncated, outcome, model_returned, input_tokens,
                    output_tokens, estimated_input, estimated_output, cost, currency, request_id, created_at,
                    duration_milliseconds, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key, created_at, request_id) DO NOTHING
                """
        )
        try statement.execute(arguments: [
            answer.key, answer.model, answer.purpose, answer.tokenLimit, answer.isTruncated, answer.outcome,
            answer.modelReturned, answer.inputTokens, answer.outputTokens, answer.estimatedInput,
            answer.estimatedOutput,
            answer.cost, answer.currency, answer.requestID, answer.createdAt, answer.durationMilliseconds,
            answer.payload.canonicalText,
        ])
    }

    private static func insert(_ attempt: JournalAttempt, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO attempts (key, model, purpose, kind, estimated_input, estimated_output, cost, currency,
                    request_id, created_at, duration_milliseconds, message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key, created_at, request_id, kind) DO NOTHING
                """
        )
        try statement.execute(arguments: [
            attempt.key, attempt.model, attempt.purpose, attempt.kind, attempt.estimatedInput, attempt.estimatedOutput,
            attempt.cost, attempt.currency, attempt.requestID, attempt.createdAt, attempt.durationMilliseconds,
            attempt.message,
        ])
    }
}
