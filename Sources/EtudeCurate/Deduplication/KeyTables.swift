/// Kept texts by their hashes, one table for each column.
struct KeyTables: Sendable {
    private var tables: [EntryTable]

    /// Empty tables.
    init(columns: Int) {
        tables = Array(repeating: EntryTable(), count: columns)
    }

    /// Files an entry.
    mutating func insert(_ entry: UInt32, under keys: TextKeys) {
        keys.forEach { column, hash in tables[column].insert(entry, under: hash) }
    }

    /// The entries that share a hash with a text, each once, in the order of their numbers.
    func candidates(for keys: TextKeys) -> [UInt32] {
        var candidates: Set<UInt32> = []
        keys.forEach { column, hash in tables[column].forEach(under: hash) { candidates.insert($0) } }
        return candidates.sorted()
    }
}
