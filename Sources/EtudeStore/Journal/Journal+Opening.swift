import EtudeCore
import GRDB

extension Journal {
    /// What opening finds in the file, before anything is added.
    struct Opening {
        /// The keys of all answers.
        let keys: KnownKeys
        /// One sentence on what a crash had left behind; nil where there was nothing.
        let repair: String?

        /// Makes a new file a journal, or looks through one that is there.
        init(_ database: Database, path: String) throws {
            repair = try Self.repair(database, path: path)
            try JournalSchema.prepare(database, path: path)
            keys = try KnownKeys(database)
        }

        /// Looks at the log once SQLite has recovered it, and while nobody can be in the middle of a commit.
        private static func repair(_ database: Database, path: String) throws -> String? {
            var dropped = 0
            try database.inTransaction(.immediate) {
                dropped = try WriteAheadLog(ofDatabase: path).droppedBytes
                return .rollback
            }
            guard dropped > 0 else { return nil }
            return """
                The last run was cut off while it wrote into the journal \(path): \(dropped) bytes of its -wal file that \
                belong to no whole commit were dropped. Every answer committed before is there.
                """
        }
    }

    /// Refuses a write-ahead log whose middle is damaged, before SQLite drops all that follows.
    static func checkLog(_ path: String) throws {
        let log = try WriteAheadLog(ofDatabase: path)
        guard log.strandedCommits > 1 else { return }
        throw JournalFailure.damaged(path, "its -wal file, before \(log.strandedCommits) commits")
    }
}
