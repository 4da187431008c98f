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
    func write(_ batch: DecidedBatch?) throws(EtudeError) {
        guard let batch else { return }
        var lines = JSONWriter()
        for match in batch.matches { match?.write(to: &lines) }
        try report?.write(lines.bytes)
        let places = zip(batch.rows.rows, batch.matches).lazy.filter { $0.1 == nil }.map(\.0)
        if kept == nil {
            var run = KeptRun()
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

/// Copies the lines of kept rows, neighbours at one stroke.
private struct KeptRun {
    private var copied: [UInt8] = []
    private var run = 0..<0

    /// Adds a line, which stands behind those before it.
    mutating func add(_ range: Range<Int>, of bytes: [UInt8]) {
        if run.upperBound + 1 == range.lowerBound, !run.isEmpty {
            run = run.lowerBound..<range.upperBound
        } else {
            copy(bytes)
            run = range
        }
    }

    /// All lines, each with a line feed.
    mutating func finished(_ bytes: [UInt8]) -> [UInt8] {
        copy(bytes)
        return copied
    }

    private mutating func copy(_ bytes: [UInt8]) {
        guard !run.isEmpty else { return copied.reserveCapacity(bytes.count) }
        copied += bytes[run]
        copied.append(0x0A)
    }
}
