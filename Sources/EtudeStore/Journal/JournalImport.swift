/// What an import has added to a journal.
public struct JournalImport: Sendable, Hashable {
    /// Answers that the journal did not have.
    public internal(set) var newAnswers = 0
    /// Answers that it had.
    public internal(set) var knownAnswers = 0
    /// Failed tries that it did not have.
    public internal(set) var newTries = 0
    /// Failed tries that it had.
    public internal(set) var knownTries = 0

    mutating func count(_ entry: JournalEntry, isNew: Bool) {
        switch (entry, isNew) {
        case (.answer, true): newAnswers += 1
        case (.answer, false): knownAnswers += 1
        case (.attempt, true): newTries += 1
        case (.attempt, false): knownTries += 1
        }
    }
}
