import EtudeCore

/// Some rows of a JSON Lines file.
struct RowBatch: Sendable {
    /// Where a row stands.
    struct Place: Sendable {
        /// Its bytes in the batch, without the line feed.
        var range: Range<Int>
        /// Its first byte in the file.
        let offset: Int
        /// Its line in the file, from 1.
        let line: Int
    }

    /// The lines of the rows, others perhaps between them.
    var bytes: [UInt8]
    /// Where the rows stand, in the order in which they are decided.
    var rows: [Place]
}

/// Rows of a file of which it is decided whether they are kept.
struct DecidedBatch<Reason: ReportedRow>: Sendable {
    /// The rows.
    let rows: RowBatch
    /// Why each is dropped; nil for a row that is kept.
    let dropped: [Reason?]
}

/// Why a row is dropped.
protocol ReportedRow: Sendable {
    /// Writes what a report says of it: a line, or several, or none.
    func write(to writer: inout JSONWriter)
}
