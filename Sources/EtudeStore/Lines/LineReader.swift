public import EtudeCore

/// Reads a text file line by line, in the memory of its longest line.
///
/// A line ends with a line feed, or a carriage return and a line feed; neither is part of it. The last may end with the
/// file. A byte order mark at the start is dropped.
public struct LineReader: ~Copyable {
    /// Bytes a line may have.
    public static let maximumLineBytes = 64 << 20

    private let source: any ByteReader
    private let path: String
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    /// Where the next line starts in the buffer.
    private var start = 0
    private var number = 0

    /// Opens a file: a gzip file if its name ends with `.gz`, else a plain one.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - fileSystem: where it stands.
    ///   - limits: how far a gzip file may expand.
    /// - Throws: ``EtudeError`` with code `io` where the file cannot be opened.
    public init(
        path: String,
        in fileSystem: any FileSystem = RealFileSystem(),
        limits: GzipLimits = GzipLimits()
    ) throws(EtudeError) {
        let file = try fileSystem.open(path)
        let isGzip = path.utf8.suffix(3).elementsEqual(".gz".utf8)
        self.init(isGzip ? GzipReader(file, path: path, limits: limits) : file, path: path)
    }

    /// A reader of the lines in some bytes.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - path: where they come from, for errors.
    ///   - maximumBytes: bytes that a line may have.
    public init(_ source: any ByteReader, path: String, maximumBytes: Int = LineReader.maximumLineBytes) {
        self.source = source
        self.path = path
        self.maximumBytes = maximumBytes
    }

    /// The next lines; none after the last.
    ///
    /// - Parameters:
    ///   - count: how many at most.
    ///   - bytes: about how many bytes at most.
    /// - Returns: the lines.
    /// - Throws: ``EtudeError`` as ``next()`` does.
    public mutating func next(atMost count: Int, bytes: Int = 8 << 20) throws(EtudeError) -> [Line] {
        var lines: [Line] = []
        var size = 0
        while lines.count < count, size < bytes, let line = try next() {
            lines.append(line)
            size += line.text.utf8.count
        }
        return lines
    }

    /// The next line; nil after the last.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a line that is too long or not UTF-8, with its number, and for a damaged
    ///   gzip file; `io` where reading fails. After a line that is not UTF-8 the next call goes on behind it.
    public mutating func next() throws(EtudeError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return try take(to: end, next: end + 1)
            }
            // A byte order mark and a carriage return are not counted in the end.
            guard buffer.count - start <= maximumBytes + 4 else { throw tooLong(number + 1) }
            searched = buffer.count - start
            let more = try source.read()
            guard !more.isEmpty else {
                return start < buffer.count ? try take(to: buffer.count, next: buffer.count) : nil
            }
            buffer.removeFirst(start)
            start = 0
            buffer += more
        }
    }

    private mutating func take(to end: Int, next: Int) throws(EtudeError) -> Line {
        number += 1
        var bytes = buffer[start..<end]
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        start = next
        guard bytes.count <= maximumBytes else { throw tooLong(number) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw EtudeError(
                .data,
                "The line is not valid UTF-8; convert the file to UTF-8.",
                at: Place(file: path, line: number)
            )
        }
        return Line(number: number, text: text)
    }

    private func tooLong(_ number: Int) -> EtudeError {
        EtudeError(
            .data,
            "The line is longer than \(maximumBytes) bytes; check that the file is one of lines.",
            at: Place(file: path, line: number)
        )
    }
}

@available(*, unavailable)
extension LineReader: Sendable {}

/// One line of a text file.
public struct Line: Sendable, Hashable {
    /// Its number, from 1.
    public let number: Int
    /// Its text without the line feed.
    public let text: String
}
