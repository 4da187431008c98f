import EtudeCore
import EtudeCurate
import EtudeStore

/// Writes rows into a file for each side, in a folder that appears when all is done.
actor SplitSink {
    private let folder: AtomicFolder
    private let files: [RowSide: UserFileWriter]

    /// A sink into a new folder.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - sides: the sides that have a file.
    ///   - isGzip: whether the files are gzipped.
    /// - Throws: ``EtudeError`` with code `io`, also where something stands in the folder.
    init(folder: String, sides: [RowSide], isGzip: Bool) throws(EtudeError) {
        self.folder = try AtomicFolder(folder)
        var files: [RowSide: UserFileWriter] = [:]
        for side in sides {
            files[side] = try UserFileWriter("\(self.folder.path)/\(side.rawValue).jsonl\(isGzip ? ".gz" : "")")
        }
        self.files = files
    }

    /// Adds the rows of a batch, each to its side.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func write(_ batch: RowBatch, _ sides: [RowSide]) throws(EtudeError) {
        for (side, file) in files {
            var run = LineRun()
            for (place, its) in zip(batch.rows, sides) where its == side { run.add(place.range, of: batch.bytes) }
            try file.write(run.finished(batch.bytes))
        }
    }

    /// Ends the files and gives the folder its name.
    ///
    /// - Parameter record: what says how the division came about.
    /// - Throws: ``EtudeError`` with code `io`.
    func finish(record: JSONValue) throws(EtudeError) {
        for file in files.values { try file.finish() }
        let bytes = Array((record.canonicalText + "\n").utf8)
        try RealFileSystem().write(bytes, to: "\(folder.path)/\(FileSplit.recordName)")
        try folder.finish()
    }
}
