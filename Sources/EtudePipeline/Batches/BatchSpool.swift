import EtudeCore
import EtudeStore

/// The requests of a batch to be, written to disk as they are noted.
final class BatchSpool {
    private static let bufferSize = 1 << 20

    /// The number of requests.
    private(set) var count = 0
    /// The bytes of all of them.
    private(set) var bytes = 0
    private let partial: String
    private let path: String
    private let folder: String
    private let files: any FileSystem
    private let writer: any ByteWriter
    private var hash: SHA256? = SHA256()
    private var buffer: [UInt8] = []

    init(partial: String, path: String, folder: String, files: any FileSystem) throws(EtudeError) {
        self.partial = partial
        self.path = path
        self.folder = folder
        self.files = files
        writer = try files.create(partial)
    }

    /// Adds a request's line.
    func append(_ line: [UInt8]) throws(EtudeError) {
        buffer += line
        count += 1
        bytes += line.count
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Makes the requests durable under their name.
    ///
    /// - Returns: SHA-256 of the file, in hexadecimal digits.
    func seal() throws(EtudeError) -> String {
        try flush()
        try writer.finish()
        try files.rename(partial, to: path)
        try files.synchronizeDirectory(folder)
        return hash.take()?.finish().hex ?? ""
    }

    private func flush() throws(EtudeError) {
        hash?.update(buffer)
        try writer.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
