import EtudeCurate
import EtudeText

/// Rows of a file with the hashes under which they are filed.
struct KeyedBatch: Sendable {
    /// The rows.
    let rows: RowBatch
    /// Their hashes, slice by slice.
    let keyed: [KeyedRows]

    /// Works the hashes of some rows out.
    ///
    /// - Parameters:
    ///   - rows: the rows.
    ///   - fields: what they hold.
    ///   - comparison: when texts are near.
    ///   - slices: how rows are divided among tasks.
    /// - Throws: ``EtudeError`` with code `data` for the first line without the fields.
    init(_ rows: RowBatch, _ fields: RowFields, _ comparison: TextComparison, _ slices: ParallelSlices) async throws {
        self.rows = rows
        keyed = try await slices.map(rows.rows.count) { slice in
            var keyed = KeyedRows(first: slice.lowerBound, count: slice.count, for: comparison)
            for row in slice {
                let row = try fields.row(rows, row)
                let keys = row.withText { comparison.keys(of: $0) }
                keyed.append(row.groupBytes.map { keys.within(TextHash.hash($0)) } ?? keys)
            }
            return keyed
        }
    }
}
