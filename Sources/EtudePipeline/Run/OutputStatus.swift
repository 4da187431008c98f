public import EtudeCore
import EtudePublish
import EtudeStore

/// Where a pipeline's output stands, without touching it.
public struct OutputStatus: Sendable {
    private let spec: PipelineSpec
    private let current: Manifest?
    private let folder: String?
    private let statistics: [JournalStatistics]
    /// How the journal is kept, as a sentence; nil where there is none, or a run holds it.
    private let journalMode: String?
    /// What was mended when the journal was opened, as a sentence.
    private let repair: String?
    private let isRunning: Bool

    /// Looks at a pipeline's output folder.
    ///
    /// - Parameter spec: the pipeline.
    /// - Throws: ``EtudeError`` for a release or journal that cannot be read.
    public init(_ spec: PipelineSpec) throws {
        self.spec = spec
        let files = RealFileSystem()
        let path = spec.output.directory
        try OutputFolder.ledger(spec)
        isRunning = try RunLock.isHeld(in: path)
        let link = "\(path)/current"
        if try files.kind(of: link) != nil {
            let release = try ReleaseReader(link)
            current = try release.manifest()
            folder = release.folder
        } else {
            current = nil
            folder = nil
        }
        let journal = try OutputFolder.journalPath(spec)
        let hasJournal = try files.exists(journal)
        if !isRunning, hasJournal {
            let open = try Journal.open(path: journal)
            statistics = try open.statistics()
            journalMode = open.mode
            repair = open.repair
            try open.close()
        } else {
            statistics = []
            journalMode = nil
            repair = nil
        }
    }

    /// For people.
    public var text: String {
        var lines = [
            "\(spec.name) in \(spec.output.directory): \(isRunning ? "a run is going on" : "no run is going on")."
        ]
        if let current, let folder {
            let rows = current.counts.map(\.accepted).reduce(0, +)
            let asked = current.counts.map(\.asked).reduce(0, +)
            lines.append("Release \(current.release): \(rows) of \(asked) rows, \(folder), digest \(current.digest).")
            for split in spec.splits {
                let counts = current.counts.filter { $0.split == split.name }
                lines.append(
                    "  \(split.name): \(counts.map { "k=\($0.k) \($0.accepted)/\($0.asked)" }.joined(separator: ", "))"
                )
            }
        } else {
            lines.append("Nothing is published yet.")
        }
        if let journalMode { lines.append(journalMode) }
        if let repair { lines.append(repair) }
        lines += statistics.map(Self.line)
        return lines.joined(separator: "\n")
    }

    /// What the journal knows of one model and purpose.
    private static func line(_ entry: JournalStatistics) -> String {
        var parts = [
            "\(entry.answers) answers", "\(entry.failedTries) failed tries", "\(entry.inputTokens) tokens in",
            "\(entry.outputTokens) out",
        ]
        let estimated = entry.estimatedInput + entry.estimatedOutput
        if estimated > 0 { parts.append("\(estimated) tokens estimated") }
        for money in entry.money { parts.append("\((money.amount * 10_000).rounded() / 10_000) \(money.currency)") }
        return "Journal: \(entry.model) (\(entry.purpose)) \(parts.joined(separator: ", "))."
    }

    /// For programs.
    public var json: JSONValue {
        [
            "name": .string(spec.name), "running": .bool(isRunning),
            "release": current.map { .int($0.release) } ?? .null,
            "digest": current.map { .string($0.digest) } ?? .null,
            "complete": current.map { .bool($0.isComplete) } ?? .null,
            "counts": .array(current?.counts.map(\.json) ?? []),
            "cost": CostRecord(spec, statistics: statistics).json,
        ]
    }

    /// Visits the decided drafts that were not published, one line each: of the last run where it published nothing, else of
    /// the current release.
    ///
    /// - Throws: ``EtudeError`` for files that cannot be read.
    public func eachRejected(_ visit: (String) -> Void) throws {
        var paths = try UnpublishedDrafts(output: spec.output.directory).paths()
        if paths.isEmpty, let folder, let current { paths = current.rejected.map { "\(folder)/\($0.path)" } }
        for path in paths {
            let shard = try ShardReader(path, in: RealFileSystem())
            while let line = try shard.next() {
                let draft = try RejectedRecord(json: try JSONParser.parse(line.bytes))
                let detail = draft.detail.isEmpty ? "" : " (\(draft.detail))"
                visit("\(draft.id) \(draft.split)/k\(draft.k) \(draft.reason)\(detail): \(draft.text)")
            }
        }
    }
}
