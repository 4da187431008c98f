public import EtudeCore
import Glibc

/// An open regular file that is read from its start.
public final class RegularFile: ByteReader {
    private let file: FileDescriptor
    /// The bytes that the file had when it was opened.
    public let size: Int

    /// Opens a file without waiting, and refuses what is none.
    ///
    /// - Parameters:
    ///   - path: the file, links and all resolved.
    ///   - name: the file as the user wrote it, for errors.
    /// - Throws: ``EtudeError`` with code `config` for what is no file, `io` where it cannot be opened.
    init(_ path: String, namedAs name: String) throws(EtudeError) {
        let place = Place(file: name)
        guard let kind = try RealFileSystem().kind(of: path) else {
            throw EtudeError(.config, "The file does not exist; check the path.", at: place)
        }
        guard kind != .directory else {
            throw EtudeError(.config, "A file is expected here, and this is a folder; name a file in it.", at: place)
        }
        file = try FileDescriptor(path, flags: O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY, purpose: "read")
        let status = try file.status()
        if let kind = SpecialFile.kind(status.st_mode) {
            throw EtudeError(.config, "A file is expected here, and this is \(kind); name a file.", at: place)
        }
        size = Int(status.st_size)
    }

    /// The next bytes, at least one; empty at the end.
    public func read() throws(EtudeError) -> [UInt8] { try file.read() }
}

@available(*, unavailable)
extension RegularFile: Sendable {}
