import EtudeCore
import GRDB

/// The journal's tables, and the checks on whether a file is one.
///
/// Every paid answer is a row of its own, for its cost counts even where another answer to the same request serves; the
/// same answer, or failed try, imported twice is one row. Large columns stand last, and counting reads the indexes by time
/// alone, which hold all that is counted.
enum JournalSchema {
    /// `Etud` in ASCII, in the header of every journal.
    static let applicationID = 0x4574_7564
    static let version = 2

    /// The tables of ``version`` and the marks of the file.
    static let tables = """
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            model TEXT NOT NULL,
            purpose TEXT NOT NULL,
            token_limit INTEGER,
            is_truncated INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            model_returned TEXT NOT NULL,
            input_tokens INTEGER,
            output_tokens INTEGER,
            estimated_input INTEGER,
            estimated_output INTEGER,
            cost REAL,
            currency TEXT,
            request_id TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            duration_milliseconds INTEGER NOT NULL,
            payload TEXT NOT NULL,
            UNIQUE (key, created_at, request_id)
        ) STRICT;
        CREATE INDEX answers_by_time ON answers (
            created_at, model, purpose, outcome, currency, input_tokens, output_tokens, estimated_input, estimated_output,
            cost, duration_milliseconds
        );
        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            model TEXT NOT NULL,
            purpose TEXT NOT NULL,
            kind TEXT NOT NULL,
            estimated_input INTEGER,
            estimated_output INTEGER,
            cost REAL,
            currency TEXT,
            request_id TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            duration_milliseconds INTEGER NOT NULL,
            message TEXT NOT NULL,
            UNIQUE (key, created_at, request_id, kind)
        ) STRICT;
        CREATE INDEX attempts_by_time ON attempts (
            created_at, model, purpose, kind, currency, estimated_input, estimated_output, cost, duration_milliseconds
        );
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """

    /// Makes a new file a journal, or checks that it is one, whole and of a version that is known; tables of an older
    /// version are made anew with all they hold.
    static func prepare(_ database: Database, path: String) throws {
        try database.inTransaction(.immediate) {
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
            let identity = try number(database, "application_id")
            let found = try number(database, "user_version")
            if isEmpty, identity == 0, found == 0 {
                try database.execute(sql: tables)
                return .commit
            }
            guard identity == applicationID else {
                throw EtudeError(
                    .data,
                    "The file \(path) is an SQLite database, but no journal of this program. Move it, or name another folder."
                )
            }
            guard found <= version else {
                throw EtudeError(
                    .data,
                    """
                    The journal \(path) was written by a newer program (schema \(found); this one knows \(version)). \
                    Use that program, or a newer one.
                    """
                )
            }
            if found < version { try database.execute(sql: JournalMigration.sql) }
            return .commit
        }
        let finding = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
        guard finding == "ok" else { throw JournalFailure.damaged(path, finding) }
    }

    /// The whole number that a pragma says.
    static func number(_ database: Database, _ pragma: String) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0
    }
}
