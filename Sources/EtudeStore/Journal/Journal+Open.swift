import EtudeCore
import Glibc
import GRDB

extension Journal {
    /// Opens a journal, or creates it with rights for its owner alone.
    ///
    /// On a disk of this host: WAL mode with `synchronous=FULL`, so that a commit outlives a power cut. On a network file
    /// system, where WAL is not safe: a rollback journal under an exclusive lock.
    ///
    /// - Parameter path: the file; its folder exists.
    /// - Returns: the open journal.
    /// - Throws: ``EtudeError`` with code `data` for a foreign, newer or damaged file, `busy` where another process holds
    ///   it, `io` where it cannot be opened.
    public static func open(path: String) throws -> Journal {
        let isNetwork = try Storage.isNetwork(path: Path.parent(of: path))
        return try open(path: path, isNetwork: isNetwork)
    }

    /// Opens a journal in the mode for a disk of this host, or for a network file system.
    static func open(path: String, isNetwork: Bool) throws -> Journal {
        try create(path)
        do {
            try checkLog(path)
            return isNetwork ? try openAlone(path) : try openShared(path)
        } catch {
            throw JournalFailure.error(error, path: path)
        }
    }

    /// Creates an empty file, for SQLite would give it wider rights.
    private static func create(_ path: String) throws(EtudeError) {
        guard try RealFileSystem().kind(of: path) == nil else { return }
        try FileDescriptor(path, flags: O_RDWR | O_CREAT, mode: 0o600, purpose: "create").close()
        try RealFileSystem().synchronizeDirectory(Path.parent(of: path))
    }

    /// Checks the file before the mode is set: a foreign file stays as it is.
    private static func openShared(_ path: String) throws -> Journal {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        let check = try DatabaseQueue(path: path, configuration: configuration)
        let opening = try check.writeWithoutTransaction { try Opening($0, path: path) }
        try check.close()
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { try setFullSynchronization($0) }
        return Journal(
            path: path,
            database: pool,
            mode: "The journal \(path) is in WAL mode; each commit is synchronized to the disk.",
            opening: opening
        )
    }

    private static func openAlone(_ path: String) throws -> Journal {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let opening = try queue.writeWithoutTransaction { database in
            let opening = try Opening(database, path: path)
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = TRUNCATE")
            guard mode == "truncate" else {
                throw EtudeError(.fault, "The journal \(path) stays in \(mode ?? "an unknown") mode, which cannot be.")
            }
            try setFullSynchronization(database)
            try database.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
            return opening
        }
        return Journal(
            path: path,
            database: queue,
            mode: """
                The journal \(path) is on a network file system: a rollback journal under an exclusive lock instead of WAL \
                mode; each commit is synchronized.
                """,
            opening: opening
        )
    }

    /// Sets `synchronous=FULL` after the mode, with which GRDB lowers it to NORMAL, and reads it back.
    private static func setFullSynchronization(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        let level = try JournalSchema.number(database, "synchronous")
        guard level == 2 else {
            throw EtudeError(.fault, "SQLite keeps synchronous=\(level) where 2 (FULL) was set.")
        }
    }
}
