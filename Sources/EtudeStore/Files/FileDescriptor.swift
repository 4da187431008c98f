import EtudeCore
import Glibc

/// An open POSIX file: calls are repeated after signals and after short writes, and errors are sentences with the path.
struct FileDescriptor: ~Copyable, Sendable {
    private static let chunkSize = 256 << 10

    let path: String
    private let number: Int32
    private var isOpen = true

    /// Opens or creates a file; it is closed in child processes.
    init(_ path: String, flags: Int32, mode: mode_t = 0o666, purpose: String) throws(EtudeError) {
        number = try SystemFailure.check(purpose, path) { unsafe Glibc.open(path, flags | O_CLOEXEC, mode) }
        self.path = path
    }

    /// A second handle on a stream of the process, which stays open when this one goes.
    init(duplicating number: Int32, path: String) throws(EtudeError) {
        self.number = try SystemFailure.check("open", path) { fcntl(number, F_DUPFD_CLOEXEC, 0) }
        self.path = path
    }

    deinit {
        if isOpen { _ = Glibc.close(number) }
    }

    /// A new file without a name, of which nothing remains however the process ends.
    static func temporary(in folder: String, for name: String) throws(EtudeError) -> FileDescriptor {
        let path = Path.temporary(in: folder, for: name)
        let file = try FileDescriptor(path, flags: O_RDWR | O_CREAT | O_EXCL, mode: 0o600, purpose: "create")
        try RealFileSystem().remove(path)
        return file
    }

    /// Whether bytes can be read at any place, as they cannot from a pipe.
    var canSeek: Bool { lseek(number, 0, SEEK_CUR) != -1 }

    /// What the file is, and its size.
    borrowing func status() throws(EtudeError) -> stat {
        var status = stat()
        try SystemFailure.check("look at", path) { unsafe fstat(number, &status) }
        return status
    }

    /// A second handle on the same open file.
    borrowing func duplicate() throws(EtudeError) -> FileDescriptor {
        try FileDescriptor(duplicating: number, path: path)
    }

    /// The next bytes, empty at the end.
    borrowing func read() throws(EtudeError) -> [UInt8] {
        try unsafe chunk(Self.chunkSize) { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
    }

    /// The bytes from an offset on, empty at the end.
    borrowing func read(at offset: Int) throws(EtudeError) -> [UInt8] {
        try unsafe chunk(Self.chunkSize) { unsafe pread(number, $0.baseAddress, $0.count, offset) }
    }

    /// So many bytes from an offset on; fewer at the end only.
    borrowing func read(at offset: Int, count: Int) throws(EtudeError) -> [UInt8] {
        var bytes = try unsafe chunk(count) { unsafe pread(number, $0.baseAddress, $0.count, offset) }
        while !bytes.isEmpty, bytes.count < count {
            let done = bytes.count
            let more = try unsafe chunk(count - done) {
                unsafe pread(number, $0.baseAddress, $0.count, offset + done)
            }
            guard !more.isEmpty else { break }
            bytes += more
        }
        return bytes
    }

    private borrowing func chunk(
        _ size: Int,
        _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) throws(EtudeError) -> [UInt8] {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            let buffer = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<size])
            count = SystemFailure.repeated { unsafe fill(buffer) }
            filled = max(count, 0)
        }
        guard count >= 0 else { throw SystemFailure.error("read", path) }
        return bytes
    }

    /// Writes all bytes at the current place.
    borrowing func write(_ bytes: [UInt8]) throws(EtudeError) {
        var done = 0
        while done < bytes.count {
            done += try SystemFailure.check("write", path) {
                unsafe bytes.withUnsafeBytes {
                    unsafe Glibc.write(number, $0.baseAddress?.advanced(by: done), $0.count - done)
                }
            }
        }
    }

    /// Cuts the file to nothing.
    borrowing func truncate() throws(EtudeError) {
        try SystemFailure.check("write", path) { ftruncate(number, 0) }
    }

    /// Waits until all bytes, or the names of a folder, are on the medium.
    ///
    /// Some file systems know no synchronizing of folders (`EINVAL`); nothing more can be had of them.
    borrowing func synchronize(isFolder: Bool = false) throws(EtudeError) {
        guard SystemFailure.repeated({ fsync(number) }) == -1, !(isFolder && errno == EINVAL) else { return }
        throw SystemFailure.error("write", path)
    }

    /// Tries to lock the file against other processes; says whether it could.
    borrowing func lock() throws(EtudeError) -> Bool {
        guard flock(number, LOCK_EX | LOCK_NB) == -1 else { return true }
        guard errno != EWOULDBLOCK else { return false }
        throw SystemFailure.error("lock", path)
    }

    /// Closes the file, with the error that closing may bring to light.
    consuming func close() throws(EtudeError) {
        isOpen = false
        guard Glibc.close(number) == -1, errno != EINTR else { return }
        throw SystemFailure.error("write", path)
    }
}
