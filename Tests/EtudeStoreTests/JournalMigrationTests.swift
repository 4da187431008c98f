import EtudeCore
import GRDB
import Testing

@testable import EtudeStore

/// Journals of earlier schemas are opened, and hold what they held.
struct JournalMigrationTests {
    private let folder: TemporaryFolder
    private var path: String { folder("journal.sqlite") }

    /// The tables of schema 1, as its program made them.
    private static let first = """
        CREATE TABLE answers (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            model TEXT NOT NULL,
            purpose TEXT NOT NULL,
            token_limit INTEGER,
            is_truncated INTEGER NOT NULL,
            input_tokens INTEGER,
            output_tokens INTEGER,
            request_id TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            duration_milliseconds INTEGER NOT NULL,
            payload TEXT NOT NULL,
            UNIQUE (key, created_at, request_id)
        ) STRICT;
        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL,
            model TEXT NOT NULL,
            purpose TEXT NOT NULL,
            kind TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            message TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attempts_by_key ON attempts (key);
        PRAGMA application_id = \(0x4574_7564);
        PRAGMA user_version = 1;
        """

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Makes a journal of schema 1.
    private func makeFirst(isNetwork: Bool) throws {
        let old = try DatabaseQueue(path: path)
        try old.writeWithoutTransaction { database in
            if !isNetwork { try database.execute(sql: "PRAGMA journal_mode = WAL") }
            try database.execute(sql: Self.first)
            try database.execute(
                sql: """
                    INSERT INTO answers VALUES
                        (3, ?1, 'openai/m', 'write', 100, 1, 10, 20, 'r', 50, 1500, '{"text":"\\u0000","model":"m-1"}'),
                        (7, ?1, 'openai/m', 'write', NULL, 0, NULL, NULL, 's', 60, 1500, '{"text":"long"}'),
                        (8, ?3, 'openai/m', 'write', NULL, 0, NULL, NULL, 's', 60, 1500, 'no JSON'),
                        (9, ?2, 'openai/m', 'mark', NULL, 0, NULL, NULL, '', 70, 0, '{"failed":"timeout","message":"no"}');
                    """,
                arguments: [journalKey(1), journalKey(2), journalKey(3)]
            )
            try database.execute(
                sql: """
                    INSERT INTO attempts VALUES (1, ?1, 'openai/m', 'mark', 'server', 65, 'a'),
                        (2, ?1, 'openai/m', 'mark', 'timeout', 66, 'b'), (3, ?1, 'openai/m', 'mark', 'timeout', 66, 'b');
                    """,
                arguments: [journalKey(2)]
            )
        }
        try old.close()
    }

    @Test("a journal of schema 1 keeps its answers and tries in their order", arguments: [false, true])
    func firstSchema(isNetwork: Bool) async throws {
        try makeFirst(isNetwork: isNetwork)
        let journal = try Journal.open(path: path, isNetwork: isNetwork)
        #expect(journal.repair == nil)
        #expect(try journal.answer(forKey: journalKey(1))?.payload == ["text": "long"])
        let final = try #require(try journal.answer(forKey: journalKey(2)))
        #expect((final.outcome, final.modelReturned) == (JournalAnswer.failed, ""))
        #expect(try journal.attempts(forKey: journalKey(2)).map(\.message) == ["a", "b"])
        let ids = try journal.read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT id, model_returned, outcome FROM answers ORDER BY id")
                .map { [$0[0] as Int, ($0[1] as String).count, ($0[2] as String).count] }
        }
        #expect(ids == [[3, 3, 0], [7, 0, 0], [8, 0, 0], [9, 0, 6]])
        #expect(try journal.spending(since: 0).map(\.calls) == [5])
        #expect(throws: EtudeError.self) { try journal.answer(forKey: journalKey(3)) }
        try await journal.record(journalAnswer(4))
        try journal.close()
        let again = try Journal.open(path: path, isNetwork: isNetwork)
        #expect(try again.answer(forKey: journalKey(4)) == journalAnswer(4))
        try again.close()
    }
}
