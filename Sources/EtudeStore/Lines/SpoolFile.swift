public import EtudeCore

/// A temporary file of lines that grows at its end and is read back from its start.
///
/// It has no name from the start, so that nothing remains of it however the process ends.
public final class SpoolFile {
    private static let bufferSize = 1 << 20

    private let file: FileDescriptor
    private var buffer: [UInt8] = []
    /// How many bytes are in the file, those in the buffer left aside.
    private var written = 0

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

    /// The bytes at a place, all of which were appended before.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func read(at offset: Int, count: Int) throws(EtudeError) -> [UInt8] {
        if offset >= written { return Array(buffer[(offset - written)...].prefix(count)) }
        if offset + count > written { try flush() }
        let bytes = try file.read(at: offset, count: count)
        guard bytes.count == count else { throw EtudeError(.io, "A temporary file was cut. Call the command again.") }
        return bytes
    }

    private func flush() throws(EtudeError) {
        try file.write(buffer)
        written += buffer.count
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
