import EtudeCore
import EtudeStore

/// Writes kept rows, and the report on the dropped ones, to files that appear when all is done.
actor KeptRowSink {
    private let file: RowFile
    private let output: UserFileWriter
    private let report: UserFileWriter?
    /// Where the kept rows stand, if they come in another order than the file's.
    private var kept: [Range<Int>]?

    /// A sink for the rows of a file.
    ///
    /// - Parameters:
    ///   - output: the file for the kept rows.
    ///   - report: the file for the report, if one is wanted.
    ///   - file: where the rows come from.
    ///   - isInFileOrder: whether they come in its order, which is that of the output.
    /// - Throws: ``EtudeError`` with code `io`.
    init(output: String, report: String?, file: RowFile, isInFileOrder: Bool) throws(EtudeError) {
        self.file = file
        self.output = try UserFileWriter(output)
        self.report = try report.map { report throws(EtudeError) in try UserFileWriter(report) }
        kept = isInFileOrder ? nil : []
    }

    /// Takes the rows of a batch.
    ///
    /// - Parameter batch: the rows; nil for none.
    /// - Throws: ``EtudeError`` with code `io`.
    func write(_ batch: DecidedBatch<some ReportedRow>?) throws(EtudeError) {
        guard let batch else { return }
        var lines = JSONWriter()
        for match in batch.dropped { match?.write(to: &lines) }
        try report?.write(lines.bytes)
        let places = zip(batch.rows.rows, batch.dropped).lazy.filter { $0.1 == nil }.map(\.0)
        if kept == nil {
            var run = LineRun()
            for place in places { run.add(place.range, of: batch.rows.bytes) }
            try output.write(run.finished(batch.rows.bytes))
        } else {
            for place in places { kept?.append(place.offset..<place.offset + place.range.count) }
        }
    }

    /// Writes what is left, and gives the files their names.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func finish() throws(EtudeError) {
        for row in (kept ?? []).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            try output.write(try file.read(at: row.lowerBound, count: row.count) + [0x0A])
        }
        try output.finish()
        try report?.finish()
    }
}
