/// Brings a journal of schema 1 to the present one, ids and all.
///
/// The rows move into new tables, for columns added to the old ones would stand behind the payloads. What schema 1 did not
/// keep is filled in where the payload tells it: the model that answered, and the requests given up for good.
enum JournalMigration {
    static let sql = """
        ALTER TABLE answers RENAME TO old_answers;
        ALTER TABLE attempts RENAME TO old_attempts;
        \(JournalSchema.tables)
        INSERT INTO answers (
            id, key, model, purpose, token_limit, is_truncated, outcome, model_returned, input_tokens, output_tokens,
            request_id, created_at, duration_milliseconds, payload
        )
        SELECT
            id, key, model, purpose, token_limit, is_truncated,
            CASE WHEN json_valid(payload) THEN iif(json_type(payload, '$.failed') = 'text', '\(JournalAnswer.failed)', '')
                ELSE '' END,
            CASE WHEN json_valid(payload) THEN iif(json_type(payload, '$.model') = 'text', payload ->> '$.model', '')
                ELSE '' END,
            input_tokens, output_tokens, request_id, created_at, duration_milliseconds, payload
        FROM old_answers ORDER BY id;
        INSERT OR IGNORE INTO attempts (
            id, key, model, purpose, kind, request_id, created_at, duration_milliseconds, message
        )
        SELECT id, key, model, purpose, kind, '', created_at, 0, message FROM old_attempts ORDER BY id;
        DROP TABLE old_answers;
        DROP TABLE old_attempts;
        """
}
