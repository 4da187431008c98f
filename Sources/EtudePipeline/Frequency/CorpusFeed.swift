import EtudeCore
import EtudeStore

/// Some whole lines of a file of a corpus, or all of it.
struct CorpusChunk: Sendable {
    /// What is known of a chunk once it is read.
    struct Head: Sendable {
        /// The file.
        let file: CorpusFile
        /// The chunk's place among all of the corpus.
        let number: Int
        /// Whether it is the first of its file.
        let isFirst: Bool
        /// How many bytes it has.
        let bytes: Int
    }

    /// Where it comes from.
    let head: Head
    /// The bytes.
    let bytes: [UInt8]
}

/// A file of a corpus.
struct CorpusFile: Sendable {
    /// The file as sentences name it.
    let name: String
    /// How documents stand in it.
    let kind: CorpusKind

    /// An error about a line.
    func failure(_ message: String, line: Int) -> EtudeError {
        EtudeError(.data, message, at: Place(file: name, line: line))
    }
}

/// Gives a corpus chunk by chunk, each file from first to last, in the memory of a chunk or of the longest document.
struct CorpusFeed {
    private let paths: [String]
    private let hasLines: Bool
    private let chunkBytes: Int
    private let maximumBytes: Int
    private let monitor: FrequencyMonitor
    private var nextPath = 0
    private var open: (file: CorpusFile, reader: any ByteReader)?
    /// What was read and not yet given.
    private var rest: [UInt8] = []
    private var number = 0
    private var isFirst = true

    /// A feed from the start of the first file.
    ///
    /// - Parameters:
    ///   - paths: the files, gzipped where their names end with `.gz`; `-` is standard input.
    ///   - hasLines: whether text has a document in each line.
    ///   - chunkBytes: about how many bytes a chunk has.
    ///   - maximumBytes: how many bytes a document, or its line, may have.
    ///   - monitor: what is told how much was read.
    init(_ paths: [String], hasLines: Bool, chunkBytes: Int, maximumBytes: Int, monitor: FrequencyMonitor) {
        self.paths = paths
        self.hasLines = hasLines
        self.chunkBytes = chunkBytes
        self.maximumBytes = maximumBytes
        self.monitor = monitor
    }

    /// The next chunk; nil at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` for a damaged gzip file.
    mutating func next() throws(EtudeError) -> CorpusChunk? {
        while true {
            if let (file, reader) = open {
                if let chunk = try chunk(of: file, reader) { return chunk }
                open = nil
            }
            guard nextPath < paths.count else { return nil }
            open = try Self.open(paths[nextPath], hasLines, monitor)
            nextPath += 1
            isFirst = true
        }
    }

    private mutating func chunk(of file: CorpusFile, _ reader: any ByteReader) throws(EtudeError) -> CorpusChunk? {
        var bytes = rest
        rest = []
        // Where no line feed was looked for yet; a chunk ends with the first behind its bytes.
        var searched = chunkBytes - 1
        while true {
            if file.kind != .whole, searched < bytes.count {
                if let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: searched) {
                    rest = Array(bytes[(end + 1)...])
                    bytes.removeLast(rest.count)
                    break
                }
                searched = bytes.count
            }
            // The rest of a document that is too long is not read; who reads the chunk refuses it.
            guard bytes.count <= maximumBytes + chunkBytes else { break }
            let more = try reader.read()
            guard !more.isEmpty else { break }
            if bytes.isEmpty { bytes = more } else { bytes += more }
        }
        guard !bytes.isEmpty else { return nil }
        defer { (number, isFirst) = (number + 1, false) }
        let head = CorpusChunk.Head(file: file, number: number, isFirst: isFirst, bytes: bytes.count)
        return CorpusChunk(head: head, bytes: bytes)
    }

    private static func open(
        _ path: String,
        _ hasLines: Bool,
        _ monitor: FrequencyMonitor
    ) throws(EtudeError) -> (CorpusFile, any ByteReader) {
        let kind = CorpusKind(of: path, hasLines: hasLines)
        guard path != "-" else {
            return (CorpusFile(name: "standard input", kind: kind), CountedReader(try StandardInput(), monitor))
        }
        let file = CountedReader(try RealFileSystem().open(path), monitor)
        let isGzip = path.utf8.suffix(3).elementsEqual(".gz".utf8)
        return (CorpusFile(name: path, kind: kind), isGzip ? GzipReader(file, path: path) : file)
    }
}

@available(*, unavailable)
extension CorpusFeed: Sendable {}

/// Tells a monitor how much is read.
private final class CountedReader: ByteReader {
    private let source: any ByteReader
    private let monitor: FrequencyMonitor

    init(_ source: any ByteReader, _ monitor: FrequencyMonitor) {
        self.source = source
        self.monitor = monitor
    }

    func read() throws(EtudeError) -> [UInt8] {
        let bytes = try source.read()
        monitor.add(bytes.count)
        return bytes
    }
}

@available(*, unavailable)
extension CountedReader: Sendable {}
