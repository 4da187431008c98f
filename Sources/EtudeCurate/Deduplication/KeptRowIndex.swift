/// An index of kept rows that is asked for many rows at a time, its columns divided among several actors.
///
/// A row of a batch counts as kept or dropped once ``BatchDecision`` has said so; the result is that of taking the rows one by
/// one, whatever the size of the batches and the number of shards. Entries are numbered as the rows came, those dropped included.
public struct KeptRowIndex: Sendable {
    private let shards: [IndexShard]
    /// The entry of the next batch's first row.
    private var base: UInt32 = 0

    /// An empty index.
    ///
    /// - Parameters:
    ///   - columns: how many columns there are (``TextComparison/columns``).
    ///   - shards: how many of its parts may work at the same time, at least 1.
    public init(columns: Int, shards: Int) {
        self.shards = (0..<max(1, min(columns, shards))).map { first in
            IndexShard(columns: stride(from: first, to: columns, by: max(1, min(columns, shards))))
        }
    }

    /// Takes the rows of a batch, until it is settled which are kept.
    ///
    /// - Parameters:
    ///   - batch: the rows with their hashes.
    ///   - rows: how many rows the batch has.
    /// - Returns: with what each row is to be compared.
    public func candidates(for batch: [KeyedRows], rows: Int) async -> BatchCandidates {
        precondition(rows < UInt32.max - 1 - base, "An index takes fewer than 2^32 - 2 rows.")
        return await withTaskGroup(of: IndexShard.Findings.self) { [base] group in
            for shard in shards { group.addTask { await shard.file(batch, from: base, rows: rows) } }
            var all = IndexShard.Findings()
            for await findings in group {
                all.candidates += findings.candidates
                all.shared += findings.shared
            }
            return BatchCandidates(all)
        }
    }

    /// Settles which rows of the batch taken last are kept.
    ///
    /// - Parameters:
    ///   - batch: the rows with their hashes.
    ///   - isKept: whether each row is kept.
    public mutating func settle(_ batch: [KeyedRows], where isKept: [Bool]) async {
        await withTaskGroup { [base] group in
            for shard in shards { group.addTask { await shard.settle(batch, from: base, where: isKept) } }
        }
        base += UInt32(isKept.count)
    }
}

/// With what the rows of a batch are to be compared.
public struct BatchCandidates: Sendable {
    /// A row, and the entries of the index to compare it with, in the order in which they were kept.
    public struct Row: Sendable {
        /// The row's number in the batch.
        public let row: Int
        /// The entries' numbers, ascending.
        public let entries: [Int]
    }

    /// The rows that may be near to a kept one, ascending.
    public let rows: [Row]
    /// The keys by which rows of the batch may be near to one another, ascending.
    let shared: [SharedKey]

    init(_ findings: IndexShard.Findings) {
        var rows: [Row] = []
        var (row, entries) = (UInt64(0), [Int]())
        func finish() {
            if !entries.isEmpty { rows.append(Row(row: Int(row), entries: entries)) }
            entries = []
        }
        var last: UInt64?
        for pair in findings.candidates.sorted() where pair != last {
            if pair >> 32 != row { finish() }
            row = pair >> 32
            entries.append(Int(pair & 0xFFFF_FFFF))
            last = pair
        }
        finish()
        self.rows = rows
        shared = findings.shared.sorted()
    }
}
