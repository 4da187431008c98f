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
    func insert(into database: Database) throws {
        switch self {
        case .answer(let answer): try Self.insert(answer, into: database)
        case .attempt(let attempt): try Self.insert(attempt, into: database)
        }
    }

    private static func insert(_ answer: JournalAnswer, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO answers (key, model, purpose, token_limit, is_truncated, input_tokens, output_tokens,
                    request_id, created_at, duration_milliseconds, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key, created_at, request_id) DO NOTHING
                """
        )
        try statement.execute(arguments: [
            answer.key, answer.model, answer.purpose, answer.tokenLimit, answer.isTruncated, answer.inputTokens,
            answer.outputTokens, answer.requestID, answer.createdAt, answer.durationMilliseconds,
            answer.payload.canonicalText,
        ])
    }

    private static func insert(_ attempt: JournalAttempt, into database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO attempts (key, model, purpose, kind, created_at, message) VALUES (?, ?, ?, ?, ?, ?)"
        )
        try statement.execute(arguments: [
            attempt.key, attempt.model, attempt.purpose, attempt.kind, attempt.createdAt, attempt.message,
        ])
    }
}

extension JournalAnswer {
    /// Reads a row of the table `answers`.
    init(_ row: GRDB.Row, path: String) throws {
        let payload: JSONValue
        do {
            payload = try JSONParser.parse(row["payload"] as String)
        } catch {
            throw JournalFailure.damaged(path, "answer \(row["id"] as Int): \(error)")
        }
        self.init(
            key: row["key"],
            model: row["model"],
            tokenLimit: row["token_limit"],
            isTruncated: row["is_truncated"],
            payload: payload,
            inputTokens: row["input_tokens"],
            outputTokens: row["output_tokens"],
            requestID: row["request_id"],
            purpose: row["purpose"],
            createdAt: row["created_at"],
            durationMilliseconds: row["duration_milliseconds"]
        )
    }
}

extension JournalAttempt {
    /// Reads a row of the table `attempts`.
    init(_ row: GRDB.Row) {
        self.init(
            key: row["key"],
            model: row["model"],
            purpose: row["purpose"],
            kind: row["kind"],
            message: row["message"],
            createdAt: row["created_at"]
        )
    }
}
