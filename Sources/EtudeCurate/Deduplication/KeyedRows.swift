/// Some rows of a batch, neighbours, with the hashes under which they are filed.
public struct KeyedRows: Sendable {
    private let first: Int
    private let bands: Int
    /// A hash for each band, row after row.
    private var hashes: [UInt32] = []
    /// The hashes of the words of short texts, each in the high half, with the row in the low half.
    private var words: [UInt64] = []

    /// No rows.
    ///
    /// - Parameters:
    ///   - first: the number of the first row in the batch.
    ///   - count: how many will come.
    ///   - comparison: what will give their hashes.
    public init(first: Int, count: Int, for comparison: TextComparison) {
        self.first = first
        bands = comparison.bands
        hashes.reserveCapacity(count * bands)
    }

    /// Adds the next row.
    public mutating func append(_ keys: TextKeys) {
        let row = UInt64(first + hashes.count / bands)
        hashes += keys.bands
        for hash in keys.words { words.append(UInt64(hash) << 32 | row) }
    }

    /// Appends a column to a list: each hash in the high half, with its row's entry in the low half.
    func append(_ column: Int, from base: UInt32, to keys: inout [UInt64]) {
        guard column < bands else {
            for key in words { keys.append(key + UInt64(base)) }
            return
        }
        var entry = UInt64(base) + UInt64(first)
        for index in stride(from: column, to: hashes.count, by: bands) {
            keys.append(UInt64(hashes[index]) << 32 | entry)
            entry += 1
        }
    }

    /// Calls a function with the hashes of a column of some rows.
    func forEach(_ column: Int, where isWanted: (Int) -> Bool, _ body: (_ row: Int, _ hash: UInt32) -> Void) {
        guard column == bands else {
            for row in 0..<hashes.count / bands where isWanted(first + row) {
                body(first + row, hashes[row * bands + column])
            }
            return
        }
        for key in words where isWanted(Int(key & 0xFFFF_FFFF)) { body(Int(key & 0xFFFF_FFFF), UInt32(key >> 32)) }
    }
}
