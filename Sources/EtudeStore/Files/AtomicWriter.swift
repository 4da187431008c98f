public import EtudeCore

/// Writes a file under a temporary name in the same folder; nobody sees it, and the old one stands as it was, until it is
/// finished.
public final class AtomicWriter: ByteWriter {
    private let path: String
    private let temporary: String
    private let fileSystem: any FileSystem
    private var writer: (any ByteWriter)?

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: the file, replaced where it exists.
    ///   - fileSystem: where it stands.
    /// - Throws: ``EtudeError`` with code `io`.
    public init(_ path: String, in fileSystem: any FileSystem) throws(EtudeError) {
        self.path = path
        self.fileSystem = fileSystem
        temporary = Path.temporary(in: Path.parent(of: path), for: Path.name(of: path))
        writer = try fileSystem.create(temporary)
    }

    deinit {
        if writer != nil { try? fileSystem.remove(temporary) }
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(_ bytes: [UInt8]) throws(EtudeError) {
        try writer?.write(bytes)
    }

    /// Makes the bytes durable and gives the file its name.
    ///
    /// - Throws: ``EtudeError`` with code `io`; the old file then stands as it was.
    public func finish() throws(EtudeError) {
        guard let writer else { return }
        try writer.finish()
        try fileSystem.rename(temporary, to: path)
        self.writer = nil
        try fileSystem.synchronizeDirectory(Path.parent(of: path))
    }
}

@available(*, unavailable)
extension AtomicWriter: Sendable {}
