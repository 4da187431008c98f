import EtudeCore
import EtudeStore

/// Writes a file that the user names: gzipped if its name ends with `.gz`; `-` is standard output.
final class UserFileWriter: ByteWriter {
    private let file: any ByteWriter
    private let gzip: GzipByteWriter?

    /// Begins a file, which takes its name when it is finished.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    init(_ path: String) throws(EtudeError) {
        file = path == "-" ? try StandardOutput() : try AtomicWriter(path, in: RealFileSystem())
        gzip = path.utf8.suffix(3).elementsEqual(".gz".utf8) ? GzipByteWriter(file) : nil
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func write(_ bytes: [UInt8]) throws(EtudeError) {
        guard !bytes.isEmpty else { return }
        if let gzip { try gzip.write(bytes) } else { try file.write(bytes) }
    }

    /// Makes the bytes durable and gives the file its name.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func finish() throws(EtudeError) {
        try gzip?.finish()
        try file.finish()
    }
}

@available(*, unavailable)
extension UserFileWriter: Sendable {}
