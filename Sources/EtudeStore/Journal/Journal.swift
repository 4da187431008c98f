import Dispatch
import EtudeCore
import GRDB
import Synchronization

/// The durable record of every paid answer of a run, in an SQLite file.
///
/// Answers that wait are committed together, as soon as the commit before has returned; an answer counts as recorded when
/// its commit is on the medium. One journal at a time asks and records, under the lock of its run; others may read beside
/// it. Every function throws ``EtudeError``: `io` for a failing or full disk, `data` for a damaged file, `busy` where
/// another process holds it.
public final class Journal: Sendable {
    /// One sentence that says how the file is kept, for the log.
    public let mode: String
    /// One sentence that says what a crash had left behind and opening dropped; nil where there was nothing.
    public let repair: String?
    let path: String
    let database: any DatabaseWriter
    private let queue = Mutex(CommitQueue<Waiting>())
    /// The keys of all answers, so that a new request costs no query; nil once the file is closed.
    private let known: Mutex<KnownKeys?>

    /// An entry and the task that waits for its commit.
    private struct Waiting: Sendable {
        let entry: JournalEntry
        let continuation: CheckedContinuation<Void, any Error>
    }

    init(path: String, database: any DatabaseWriter, mode: String, opening: Opening) {
        self.path = path
        self.database = database
        self.mode = mode
        repair = opening.repair
        known = Mutex(opening.keys)
    }

    /// Commits begun so far.
    var commits: Int { queue.withLock { $0.commits } }

    /// The answer that serves a request.
    ///
    /// - Parameter key: the request's key.
    /// - Returns: the first recorded, or a later one where that was cut by a smaller limit; nil for none.
    /// - Throws: ``EtudeError``.
    public func answer(forKey key: String) throws -> JournalAnswer? {
        guard known.withLock({ $0?.contains(key) ?? true }) else { return nil }
        return try read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM answers WHERE key = ? ORDER BY id")
            let rows = try GRDB.Row.fetchCursor(statement, arguments: [key])
            var serving: JournalAnswer?
            while let row = try rows.next() {
                let answer = try JournalAnswer(row, path: path)
                if serving?.isSuperseded(by: answer) ?? true { serving = answer }
            }
            return serving
        }
    }

    /// The tries for a request that failed on the wire, in the order they were recorded.
    public func attempts(forKey key: String) throws -> [JournalAttempt] {
        try read { database in
            try GRDB.Row.fetchAll(database, sql: "SELECT * FROM attempts WHERE key = ? ORDER BY id", arguments: [key])
                .map { JournalAttempt($0) }
        }
    }

    /// Records an answer; returns when it is durable, and is not cut short when the task is cancelled.
    public func record(_ answer: JournalAnswer) async throws {
        try await record(.answer(answer))
    }

    /// Records a try that failed on the wire; returns when it is durable.
    public func record(_ attempt: JournalAttempt) async throws {
        try await record(.attempt(attempt))
    }

    /// Closes the file; records under way end first, later calls fail.
    public func close() throws {
        known.withLock { $0 = nil }
        do {
            try database.close()
        } catch {
            throw JournalFailure.error(error, path: path)
        }
    }

    /// Reads by single statements, each of which sees one state of the tables without a transaction around it.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try database.unsafeRead(body)
        } catch {
            throw JournalFailure.error(error, path: path)
        }
    }

    /// Notes that a key has, or is about to have, an answer.
    func noteKey(_ key: String) { known.withLock { $0?.insert(key) } }

    private func record(_ entry: JournalEntry) async throws {
        guard entry.key.utf8.count == 64 else {
            throw EtudeError(.fault, "\(entry.key) is no key of the journal \(path): it needs 64 hexadecimal digits.")
        }
        try await withCheckedThrowingContinuation { continuation in
            let batch = queue.withLock { $0.add(Waiting(entry: entry, continuation: continuation)) }
            if let batch { commit(batch) }
        }
    }

    private func pause() {
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(CommitQueue<Waiting>.pause)) {
            if let batch = self.queue.withLock({ $0.pauseEnded() }) { self.commit(batch) }
        }
    }

    private func commit(_ batch: [Waiting]) {
        database.asyncWriteWithoutTransaction { database in
            let outcome = Result<Void, any Error> {
                try database.inTransaction(.immediate) {
                    for waiting in batch { try waiting.entry.insert(into: database) }
                    return .commit
                }
            }
            .mapError { JournalFailure.error($0, path: self.path) }
            for case .answer(let answer) in batch.map(\.entry) { self.noteKey(answer.key) }
            switch self.queue.withLock({ $0.ended() }) {
            case .commit(let next): self.commit(next)
            case .pause: self.pause()
            case .rest: break
            }
            for waiting in batch { waiting.continuation.resume(with: outcome) }
        }
    }
}
