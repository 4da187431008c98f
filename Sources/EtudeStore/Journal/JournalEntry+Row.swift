import EtudeCore
import GRDB

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
            durationMilliseconds: row["duration_milliseconds"],
            outcome: row["outcome"],
            modelReturned: row["model_returned"],
            estimatedInput: row["estimated_input"],
            estimatedOutput: row["estimated_output"],
            cost: row["cost"],
            currency: row["currency"]
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
            createdAt: row["created_at"],
            requestID: row["request_id"],
            durationMilliseconds: row["duration_milliseconds"],
            estimatedInput: row["estimated_input"],
            estimatedOutput: row["estimated_output"],
            cost: row["cost"],
            currency: row["currency"]
        )
    }
}
