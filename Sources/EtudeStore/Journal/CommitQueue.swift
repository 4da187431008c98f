/// Decides which entries go into which commit: one commit at a time, each taking all that wait, up to a limit.
///
/// An entry that comes alone is committed at once. After a commit of several the queue pauses for ``pause``, so that more of
/// them share the next one: a commit costs the same for one entry as for fifty, and where several came many will.
struct CommitQueue<Entry> {
    /// What follows a commit or a pause.
    enum Next {
        /// Commit these at once.
        case commit([Entry])
        /// Call ``CommitQueue/pauseEnded()`` after ``CommitQueue/pause``.
        case pause
        /// Nothing to do until an entry comes.
        case rest
    }

    /// Entries in one commit.
    static var limit: Int { 50 }
    /// Milliseconds between two commits where many entries come; short beside any model's answer.
    static var pause: Int { 4 }

    /// Commits begun so far.
    private(set) var commits = 0
    private var waiting: [Entry] = []
    private var isCommitting = false
    private var isPausing = false
    private var lastSize = 0

    /// Adds an entry.
    ///
    /// - Parameter entry: what is to be committed.
    /// - Returns: the batch to commit at once; nil while a commit or a pause is under way.
    mutating func add(_ entry: Entry) -> [Entry]? {
        waiting.append(entry)
        guard !isCommitting, !isPausing || waiting.count >= Self.limit else { return nil }
        return next()
    }

    /// Notes that the commit under way has ended, well or not.
    mutating func ended() -> Next {
        isCommitting = false
        guard waiting.count < Self.limit else { return .commit(next()) }
        guard lastSize > 1 else { return waiting.isEmpty ? .rest : .commit(next()) }
        isPausing = true
        return .pause
    }

    /// Notes that a pause has ended.
    ///
    /// - Returns: the batch to commit at once; nil when nothing waits, or a full batch has ended the pause before.
    mutating func pauseEnded() -> [Entry]? {
        guard isPausing else { return nil }
        isPausing = false
        return waiting.isEmpty ? nil : next()
    }

    private mutating func next() -> [Entry] {
        let batch = Array(waiting.prefix(Self.limit))
        waiting.removeFirst(batch.count)
        isCommitting = true
        isPausing = false
        lastSize = batch.count
        commits += 1
        return batch
    }
}
