import EtudeCore
import EtudeStore

/// The journal of a pipeline, apart from any run: what it holds, and how it travels.
public struct PipelineJournal: Sendable {
    private let spec: PipelineSpec

    /// The journal of a pipeline, be it there or not.
    ///
    /// - Parameter spec: the pipeline.
    /// - Throws: ``EtudeError`` with code `config` where the output folder is another dataset's.
    public init(_ spec: PipelineSpec) throws {
        self.spec = spec
        try OutputFolder.ledger(spec)
    }

    /// What it holds; nothing where it is not there yet.
    ///
    /// - Returns: the counts.
    /// - Throws: ``EtudeError`` for a journal that cannot be read.
    public func contents() throws -> JournalContents {
        let path = try OutputFolder.journalPath(spec)
        guard try RealFileSystem().exists(path) else { return JournalContents(path: path, statistics: [], repair: nil) }
        let journal = try Journal.open(path: path)
        let contents = JournalContents(path: path, statistics: try journal.statistics(), repair: journal.repair)
        try journal.close()
        return contents
    }

    /// Writes it as JSON Lines: a header, then the answers and the failed tries in the order they were recorded.
    ///
    /// - Parameter file: the file, replaced where it exists, gzipped if its name ends with `.gz`; nil for standard output.
    /// - Returns: one sentence on what a crash had left in the journal, where it had.
    /// - Throws: ``EtudeError`` with code `config` where there is no journal, `io` where writing fails.
    public func export(to file: String?) throws -> String? {
        let path = try OutputFolder.journalPath(spec)
        guard try RealFileSystem().exists(path) else {
            throw EtudeError(
                .config,
                "There is no journal \(path) yet. Run the pipeline first, or name its output folder."
            )
        }
        let journal = try Journal.open(path: path)
        if let file {
            try AtomicFile.write(to: file, in: RealFileSystem()) { writer throws(EtudeError) in
                let isGzip = file.utf8.suffix(3).elementsEqual(".gz".utf8)
                guard isGzip else { return try journal.export(pipeline: spec.name, to: writer) }
                let gzip = GzipByteWriter(writer)
                try journal.export(pipeline: spec.name, to: gzip)
                try gzip.finish()
            }
        } else {
            try journal.export(pipeline: spec.name, to: try StandardOutput())
        }
        try journal.close()
        return journal.repair
    }

    /// Adds exported journals to it, each of them whole or not at all, while no run is going on.
    ///
    /// - Parameters:
    ///   - files: the files, gzipped where their names end with `.gz`; `-` is standard input.
    ///   - say: told one sentence for each file, once it is added.
    /// - Throws: ``EtudeError`` with code `busy` while a run holds the lock, `data` for a line that is wrong.
    public func add(_ files: [String], say: (String) -> Void) throws {
        // A file that cannot be opened is found before anything is made.
        for file in files where file != "-" { _ = try LineReader(path: file) }
        let folder = try OutputFolder(spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        let journal = try folder.journal()
        if let repair = journal.repair { say(repair) }
        for file in files {
            let name = file == "-" ? "standard input" : file
            var lines = file == "-" ? LineReader(try StandardInput(), path: name) : try LineReader(path: file)
            say("\(name): \(Self.sentence(try journal.add(&lines, of: name)))")
        }
        try journal.close()
    }

    private static func sentence(_ added: JournalImport) -> String {
        """
        \(added.newAnswers) answers new, \(added.knownAnswers) known; \(added.newTries) failed tries new, \
        \(added.knownTries) known.
        """
    }
}
