public import EtudeCore

/// A temporary file of lines that grows at its end and is read back from its start.
///
/// It has no name from the start, so that nothing remains of it however the process ends.
public final class SpoolFile {
    private static let bufferSize = 1 << 20

    private let file: FileDescriptor
    private var buffer: [UInt8] = []

    /// An empty spool.
    ///
    /// - Parameter directory: the folder whose file system holds the bytes.
    /// - Throws: ``EtudeError`` with code `io`.
    public init(directory: String) throws(EtudeError) {
        file = try FileDescriptor.temporary(in: directory, for: "spool")
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`, such as for a full disk; the spool must then be given up.
    public func append(_ bytes: [UInt8]) throws(EtudeError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// The lines from the first on; what is appended later may or may not be among them.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func lines() throws(EtudeError) -> LineReader {
        try flush()
        return LineReader(SpoolReader(try file.duplicate()), path: file.path)
    }

    private func flush() throws(EtudeError) {
        try file.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

@available(*, unavailable)
extension SpoolFile: Sendable {}

/// Reads a spool at places of its own, apart from where it is written.
private final class SpoolReader: ByteReader {
    private let file: FileDescriptor
    private var offset = 0

    init(_ file: consuming FileDescriptor) {
        self.file = file
    }

    func read() throws(EtudeError) -> [UInt8] {
        let bytes = try file.read(at: offset)
        offset += bytes.count
        return bytes
    }
}
