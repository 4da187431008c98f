public import EtudeCore
public import EtudeStore

/// Reads a gzipped JSONL file line by line, byte for byte, and hashes it on the way.
public final class ShardReader {
    /// A line with its bytes.
    public struct Line: Sendable, Hashable {
        /// Its number, from 1.
        public let number: Int
        /// Its bytes without the line feed.
        public let bytes: [UInt8]
        /// Whether a line feed follows.
        public let isEnded: Bool
    }

    private let path: String
    private let file: HashingReader
    private let content: HashingReader
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - fileSystem: where it stands.
    /// - Throws: ``EtudeError`` with code `io`.
    public init(_ path: String, in fileSystem: any FileSystem) throws(EtudeError) {
        self.path = path
        file = HashingReader(try fileSystem.open(path))
        content = HashingReader(GzipReader(file, path: path))
    }

    /// The next line; nil after the last.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a damaged file or a line of more than 64 MiB; `io` where reading fails.
    public func next() throws(EtudeError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(to: end, isEnded: true) }
            guard buffer.count - start <= LineReader.maximumLineBytes else {
                let message = "The line is longer than \(LineReader.maximumLineBytes) bytes; no row is."
                throw EtudeError(.data, message, at: Place(file: path, line: number + 1))
            }
            searched = buffer.count - start
            let more = try content.read()
            guard !more.isEmpty else { return start < buffer.count ? take(to: buffer.count, isEnded: false) : nil }
            buffer.removeFirst(start)
            start = 0
            buffer += more
        }
    }

    /// What the file turned out to be; for after the last line, and once.
    ///
    /// - Parameters:
    ///   - split: the split to name.
    ///   - k: the k to name.
    ///   - path: the path to name.
    /// - Returns: the record that a manifest should hold.
    public func record(split: String, k: Int, path: String) -> ShardRecord {
        ShardRecord(
            path: path,
            split: split,
            k: k,
            rows: number,
            bytes: file.count,
            uncompressedBytes: content.count,
            sha256: file.digest().hex,
            uncompressedSHA256: content.digest().hex
        )
    }

    private func take(to end: Int, isEnded: Bool) -> Line {
        defer { start = isEnded ? end + 1 : end }
        number += 1
        return Line(number: number, bytes: Array(buffer[start..<end]), isEnded: isEnded)
    }
}

@available(*, unavailable)
extension ShardReader: Sendable {}

/// Hashes what another reader reads.
private final class HashingReader: ByteReader {
    private(set) var count = 0
    private let source: any ByteReader
    private var hash = SHA256()

    init(_ source: any ByteReader) {
        self.source = source
    }

    func read() throws(EtudeError) -> [UInt8] {
        let bytes = try source.read()
        hash.update(bytes)
        count += bytes.count
        return bytes
    }

    /// The digest of everything read since the last digest.
    func digest() -> Digest {
        var finished = SHA256()
        swap(&finished, &hash)
        return finished.finish()
    }
}
