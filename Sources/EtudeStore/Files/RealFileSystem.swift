public import EtudeCore
import Glibc

/// The file system of the host, by POSIX calls.
public struct RealFileSystem: FileSystem {
    /// The file system of the host.
    public init() {}

    /// Opens a file for reading from its start.
    public func open(_ path: String) throws(EtudeError) -> any ByteReader {
        RealFileReader(try FileDescriptor(path, flags: O_RDONLY, purpose: "read"))
    }

    /// Creates a file; its rights follow from the process's umask.
    public func create(_ path: String) throws(EtudeError) -> any ByteWriter {
        RealFileWriter(try FileDescriptor(path, flags: O_WRONLY | O_CREAT | O_EXCL, purpose: "create"))
    }

    /// Gives an entry another name by `rename(2)`.
    public func rename(_ path: String, to newPath: String) throws(EtudeError) {
        try SystemFailure.check("rename \(path) to", newPath) { unsafe Glibc.rename(path, newPath) }
    }

    /// Gives a file a second name by `link(2)`.
    public func hardLink(_ path: String, to newPath: String) throws(EtudeError) {
        try SystemFailure.check("link \(path) to", newPath) { unsafe link(path, newPath) }
    }

    /// Creates a symbolic link holding a target.
    public func makeSymbolicLink(_ path: String, to target: String) throws(EtudeError) {
        try SystemFailure.check("create the link", path) { unsafe symlink(target, path) }
    }

    /// The target that a symbolic link holds.
    public func symbolicLinkTarget(_ path: String) throws(EtudeError) -> String {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            count = unsafe start.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
                unsafe readlink(path, $0, buffer.count)
            }
            filled = max(count, 0)
        }
        guard count >= 0 else { throw SystemFailure.error("read the link", path) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Creates a folder with those above it and makes their names durable.
    public func makeDirectory(_ path: String) throws(EtudeError) {
        guard unsafe mkdir(path, 0o777) == -1 else { return try synchronizeDirectory(Path.parent(of: path)) }
        let failure = errno
        let parent = Path.parent(of: path)
        switch failure {
        case EEXIST where isDirectory(path):
            return
        case ENOENT where parent != path && parent != ".":
            try makeDirectory(parent)
            try SystemFailure.check("create the folder", path) { unsafe mkdir(path, 0o777) }
            try synchronizeDirectory(parent)
        default:
            throw SystemFailure.error("create the folder", path, number: failure)
        }
    }

    /// Makes the names in a folder durable by `fsync(2)`.
    public func synchronizeDirectory(_ path: String) throws(EtudeError) {
        let folder = try FileDescriptor(path, flags: O_RDONLY | O_DIRECTORY, purpose: "open the folder")
        try folder.synchronize(isFolder: true)
    }

    /// Removes a file, a symbolic link or an empty folder.
    public func remove(_ path: String) throws(EtudeError) {
        try SystemFailure.check("remove", path) { unsafe Glibc.remove(path) }
    }

    /// The names in a folder, in UTF-8 byte order.
    public func list(_ path: String) throws(EtudeError) -> [String] {
        guard let stream = unsafe opendir(path), let start = MemoryLayout<dirent>.offset(of: \.d_name) else {
            throw SystemFailure.error("list", path)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self)
            names.append(unsafe String(cString: name))
            errno = 0
        }
        guard errno == 0 else { throw SystemFailure.error("list", path) }
        return names.filter { $0 != "." && $0 != ".." }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What stands at a path, by `lstat(2)`.
    public func kind(of path: String) throws(EtudeError) -> FileKind? {
        var status = stat()
        guard unsafe lstat(path, &status) == -1 else {
            return switch status.st_mode & S_IFMT {
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            default: .file
            }
        }
        guard errno == ENOENT || errno == ENOTDIR else { throw SystemFailure.error("look at", path) }
        return nil
    }

    private func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Reads an open file.
private final class RealFileReader: ByteReader {
    private let file: FileDescriptor

    init(_ file: consuming FileDescriptor) {
        self.file = file
    }

    func read() throws(EtudeError) -> [UInt8] { try file.read() }
}

/// Writes a new file.
private final class RealFileWriter: ByteWriter {
    private var file: FileDescriptor?

    init(_ file: consuming FileDescriptor) {
        self.file = consume file
    }

    func write(_ bytes: [UInt8]) throws(EtudeError) {
        try file?.write(bytes)
    }

    func finish() throws(EtudeError) {
        guard let file = file.take() else { return }
        try file.synchronize()
        try file.close()
    }
}
