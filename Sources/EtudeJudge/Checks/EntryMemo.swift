import Synchronization

/// Remembers what was worked out of catalog entries, so that it is worked out once in a run and not again for every text.
///
/// An entry that differs from the one remembered under its id takes its place, so that what comes back never depends on what
/// was asked before, and the table is never larger than the catalogs in use.
final class EntryMemo<Entry: Identifiable & Equatable & Sendable, Value: Sendable>: Sendable where Entry.ID: Sendable {
    private let values = Mutex<[Entry.ID: (entry: Entry, value: Value)]>([:])

    /// What belongs to an entry.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - make: works the value out of the entry, and of nothing else.
    /// - Returns: the value.
    func value(for entry: Entry, _ make: () -> Value) -> Value {
        values.withLock { values in
            if let known = values[entry.id], known.entry == entry { return known.value }
            let value = make()
            values[entry.id] = (entry, value)
            return value
        }
    }
}
