public import EtudeCore

/// Compresses what it is given into another writer.
public final class GzipByteWriter: ByteWriter {
    private let target: any ByteWriter
    private var gzip: GzipWriter? = GzipWriter()

    /// A writer of a gzip file into another writer.
    public init(_ target: any ByteWriter) {
        self.target = target
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(_ bytes: [UInt8]) throws(EtudeError) {
        guard let packed = gzip?.append(bytes), !packed.isEmpty else { return }
        try target.write(packed)
    }

    /// Writes the rest of the gzip file; the other writer is not finished.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func finish() throws(EtudeError) {
        guard let rest = gzip.take()?.finish().bytes else { return }
        try target.write(rest)
    }
}

@available(*, unavailable)
extension GzipByteWriter: Sendable {}
