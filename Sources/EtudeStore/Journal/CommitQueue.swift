/// Decides which entries go into which commit: one commit at a time, each taking all that wait, up to a limit.
///
/// No entry waits for others to come; it waits for the commit under way at most.
struct CommitQueue<Entry> {
    /// Entries in one commit.
    static var limit: Int { 50 }

    /// Commits begun so far.
    private(set) var commits = 0
    private var waiting: [Entry] = []
    private var isCommitting = false

    /// Adds an entry.
    ///
    /// - Parameter entry: what is to be committed.
    /// - Returns: the batch to commit at once; nil while a commit is under way.
    mutating func add(_ entry: Entry) -> [Entry]? {
        waiting.append(entry)
        return isCommitting ? nil : next()
    }

    /// Notes that the commit under way has ended, well or not.
    ///
    /// - Returns: the batch to commit at once; nil when nothing waits.
    mutating func ended() -> [Entry]? {
        isCommitting = false
        return waiting.isEmpty ? nil : next()
    }

    private mutating func next() -> [Entry] {
        let batch = Array(waiting.prefix(Self.limit))
        waiting.removeFirst(batch.count)
        isCommitting = true
        commits += 1
        return batch
    }
}
