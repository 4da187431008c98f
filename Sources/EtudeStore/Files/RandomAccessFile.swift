public import EtudeCore
import Glibc

/// A file whose bytes are read at any place, by several tasks at once.
public final class RandomAccessFile: Sendable {
    private let file: FileDescriptor

    private init(_ file: consuming FileDescriptor) {
        self.file = file
    }

    /// Opens a file for reading; what is no file of bytes in order, a pipe for example, is first copied.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - directory: the folder whose file system takes a copy.
    /// - Throws: ``EtudeError`` with code `io`.
    public convenience init(path: String, directory: String) throws(EtudeError) {
        let file = try FileDescriptor(path, flags: O_RDONLY, purpose: "read")
        if file.canSeek {
            self.init(file)
        } else {
            try self.init(spooling: try RealFileSystem().open(path), directory: directory)
        }
    }

    /// Copies what a reader gives into a temporary file without a name.
    ///
    /// - Parameters:
    ///   - reader: the bytes.
    ///   - directory: the folder whose file system takes them.
    /// - Throws: ``EtudeError`` with code `io`, or what the reader throws.
    public convenience init(spooling reader: any ByteReader, directory: String) throws(EtudeError) {
        let file = try FileDescriptor.temporary(in: directory, for: "spool")
        while true {
            let bytes = try reader.read()
            guard !bytes.isEmpty else { break }
            try file.write(bytes)
        }
        self.init(file)
    }

    /// The bytes from an offset on; fewer than asked for at the end only.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func read(at offset: Int, count: Int) throws(EtudeError) -> [UInt8] {
        try file.read(at: offset, count: count)
    }
}
