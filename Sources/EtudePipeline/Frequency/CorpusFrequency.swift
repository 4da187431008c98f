import EtudeCore
import EtudeFlow
import EtudeIngest
import EtudeStore
import Foundation
import Synchronization

/// Counts how often a corpus names the skills and topics of a catalog.
///
/// The result does not depend on the number of threads. Memory grows with the catalog and the longest document, not with the
/// corpus.
public struct CorpusFrequency: Sendable {
    /// The files: JSON Lines (`.jsonl`, `.ndjson` or `.json`) or text, gzipped where their names end with `.gz`; `-` is
    /// standard input.
    public var files: [String]
    /// Whether text, standard input too, has a document in each line; else it is one, and standard input JSON Lines.
    public var hasLines = false
    /// The field of JSON Lines with the document.
    public var field = "text"
    /// How many chunks are worked on at the same time.
    public var threads: Int
    /// What is told how far the count is.
    public var monitor = FrequencyMonitor()
    /// About how many bytes are worked on at a time; no result depends on it.
    var chunkBytes = 256 << 10
    /// How many bytes a document, or its line, may have.
    var maximumBytes = LineReader.maximumLineBytes
    private let entries: NamedEntries

    /// The count of a catalog's names.
    ///
    /// - Parameters:
    ///   - files: the corpus.
    ///   - catalog: whose names are counted.
    ///   - threads: how many chunks are worked on at the same time.
    public init(files: [String], catalog: SelectedCatalog, threads: Int = 1) {
        self.init(files: files, skills: catalog.skills, topics: catalog.topics, threads: threads)
    }

    init(files: [String], skills: [Skill], topics: [Topic], threads: Int = 1) {
        self.files = files
        self.threads = threads
        entries = NamedEntries(skills: skills, topics: topics)
    }

    /// Reads the corpus.
    ///
    /// - Returns: the counts.
    /// - Throws: ``EtudeError`` with code `data` for the first line that is no document, or too long a one, `io` where reading
    ///   fails.
    public func run() async throws -> FrequencyReport {
        monitor.begin(totalBytes: Self.size(of: files))
        var feed = CorpusFeed(
            files,
            hasLines: hasLines,
            chunkBytes: chunkBytes,
            maximumBytes: maximumBytes,
            monitor: monitor
        )
        let counter = ChunkCounter(entries: entries, field: field, maximumBytes: maximumBytes)
        let tallies = TallyPool(entries.count)
        var outcomes = OrderedWindow<(chunk: CorpusChunk.Head, outcome: ChunkCounter.Outcome)>()
        var (bytes, lines, unread) = (0, 0, EtudeError?.none)
        // One chunk more than threads waits, so that none idles while another is read.
        try await BoundedFanOut(width: threads > 1 ? threads + 1 : 1).run {
            guard unread == nil else { return nil }
            do throws(EtudeError) {
                return try feed.next()
            } catch {
                unread = error
                return nil
            }
        } perform: { [monitor] (chunk: CorpusChunk) in
            let outcome = tallies.use { tally in
                let before = tally.documents
                defer { monitor.add(documents: tally.documents - before) }
                return counter.count(chunk, into: &tally)
            }
            return (chunk: chunk.head, outcome: outcome)
        } receive: { result in
            for (chunk, outcome) in outcomes.finish(result.chunk.number, result) {
                if chunk.isFirst { lines = 0 }
                if let failure = outcome.failure {
                    throw chunk.file.failure(failure.message, line: lines + failure.line)
                }
                lines += outcome.lines
                bytes += chunk.bytes
            }
        }
        if let unread { throw unread }
        return FrequencyReport(tallies.sum, of: entries, bytes: bytes)
    }

    /// The bytes of all files together; nil where one is no plain file.
    private static func size(of files: [String]) -> Int? {
        var total = 0
        for path in files {
            let file = URL(filePath: path).resolvingSymlinksInPath().path
            guard path != "-", let attributes = try? FileManager.default.attributesOfItem(atPath: file),
                attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int
            else { return nil }
            total += size
        }
        return total
    }
}

/// Tallies, as many as are used at a time.
private final class TallyPool: Sendable {
    private let idle = Mutex<[FrequencyTally]>([])
    private let entries: Int

    /// A pool of tallies of so many entries.
    init(_ entries: Int) {
        self.entries = entries
    }

    /// Gives a tally to a function that is the only one to use it.
    func use<Result>(_ body: (inout FrequencyTally) -> Result) -> Result {
        var tally = idle.withLock { $0.popLast() } ?? FrequencyTally(entries)
        defer { idle.withLock { [tally] in $0.append(tally) } }
        return body(&tally)
    }

    /// All tallies together.
    var sum: FrequencyTally {
        idle.withLock { tallies in
            tallies.reduce(into: FrequencyTally(entries)) { $0.merge($1) }
        }
    }
}
