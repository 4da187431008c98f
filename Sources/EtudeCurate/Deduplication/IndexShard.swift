/// Owns some columns of an index of kept rows.
actor IndexShard {
    /// What the shard knows of a batch.
    struct Findings: Sendable {
        /// Rows with the kept entries that they may be near to: a row in the high half, an entry in the low half.
        var candidates: [UInt64] = []
        /// Keys that several rows of the batch have.
        var shared: [SharedKey] = []
    }

    /// A column of the index.
    private struct Column {
        let number: Int
        var entries = EntryTable()
        /// Keys of the batch at hand that are not filed yet, because another row of the batch has them: each a hash in the
        /// high half and a row in the low half.
        var waiting: [UInt64] = []
    }

    private var columns: [Column]

    /// Empty columns.
    init(columns: some Sequence<Int>) {
        self.columns = columns.map { Column(number: $0) }
    }

    /// Files the rows of a batch as though all were kept, and says what stands under their keys.
    ///
    /// - Parameters:
    ///   - batch: the rows with their hashes.
    ///   - base: the entry of the first row; the others follow.
    ///   - rows: how many rows there are.
    /// - Returns: the candidates, and the keys that rows of the batch share.
    func file(_ batch: [KeyedRows], from base: UInt32, rows: Int) -> Findings {
        var findings = Findings()
        for index in columns.indices {
            let number = columns[index].number
            var keys: [UInt64] = []
            keys.reserveCapacity(rows)
            for part in batch { part.append(number, from: base, to: &keys) }
            var waiting: [UInt64] = []
            columns[index].entries.insert(keys, from: base) { key, other in
                let (row, hash) = (UInt32(truncatingIfNeeded: key) - base, UInt32(truncatingIfNeeded: key >> 32))
                guard other >= base else { return findings.candidates.append(UInt64(row) << 32 | UInt64(other)) }
                findings.shared.append(SharedKey(row: other - base, column: UInt32(number), hash: hash))
                findings.shared.append(SharedKey(row: row, column: UInt32(number), hash: hash))
                waiting.append(key)
            }
            columns[index].waiting = waiting
        }
        return findings
    }

    /// Takes out the rows of the batch filed last that are not kept.
    ///
    /// - Parameters:
    ///   - batch: the rows with their hashes.
    ///   - base: the entry of the first row.
    ///   - isKept: whether each row is kept.
    func settle(_ batch: [KeyedRows], from base: UInt32, where isKept: [Bool]) {
        for index in columns.indices {
            for part in batch {
                part.forEach(columns[index].number, where: { !isKept[$0] }) { row, hash in
                    columns[index].entries.remove(base + UInt32(row), under: hash)
                }
            }
            for key in columns[index].waiting where isKept[Int(key & 0xFFFF_FFFF) - Int(base)] {
                columns[index].entries.insert(UInt32(key & 0xFFFF_FFFF), under: UInt32(key >> 32))
            }
            columns[index].waiting = []
        }
    }
}

/// A key of a row that another row of the batch has too.
struct SharedKey: Sendable, Hashable, Comparable {
    let row: UInt32
    let column: UInt32
    let hash: UInt32

    static func < (one: SharedKey, other: SharedKey) -> Bool {
        (one.row, one.column, one.hash) < (other.row, other.column, other.hash)
    }
}
