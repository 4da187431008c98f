public import EtudeCore
public import EtudeStore
import Synchronization

/// A file system in memory that can lose its power and fail at any effect.
///
/// It is the worst that the promises of `FileSystem` allow: a power cut takes every byte and every name that was not
/// synchronized. Relative paths start at its root.
public final class InMemoryFileSystem: FileSystem {
    private struct State: Sendable {
        var disk = InMemoryDisk()
        var effects = 0
        var limit = Int.max
    }

    private let state = Mutex(State())

    /// An empty file system.
    public init() {}

    /// Effects (whatever changes the disk or makes it durable) that have taken place.
    public var effects: Int { state.withLock { $0.effects } }

    /// Lets some more effects take place and makes all after them fail, as if the process had been killed there.
    public func fail(after effects: Int) {
        state.withLock { $0.limit = $0.effects + effects }
    }

    /// Lets effects take place again.
    public func recover() {
        state.withLock { $0.limit = Int.max }
    }

    /// Loses all that was not synchronized.
    public func cutPower() {
        state.withLock { $0.disk.cutPower() }
    }

    /// Opens a file for reading.
    public func open(_ path: String) throws(EtudeError) -> any ByteReader {
        let content = try look { disk throws(EtudeError) in try disk.content(path) }
        guard case .file(let bytes) = content else { throw InMemoryDisk.failure(path, "it is no file") }
        return InMemoryReader(bytes)
    }

    /// Creates a file.
    public func create(_ path: String) throws(EtudeError) -> any ByteWriter {
        let number = try change(path) { disk throws(EtudeError) in try disk.add(.file([]), at: path) }
        return InMemoryWriter(self, path: path, number: number)
    }

    /// Gives an entry another name.
    public func rename(_ path: String, to newPath: String) throws(EtudeError) {
        try change(path) { disk throws(EtudeError) in try disk.rename(path, to: newPath) }
    }

    /// Gives a file a second name.
    public func hardLink(_ path: String, to newPath: String) throws(EtudeError) {
        try change(path) { disk throws(EtudeError) in
            guard let number = try disk.find(path, following: false), case .file = try disk.content(path) else {
                throw InMemoryDisk.failure(path, "it is no file")
            }
            try disk.link(number, at: newPath)
        }
    }

    /// Creates a symbolic link.
    public func makeSymbolicLink(_ path: String, to target: String) throws(EtudeError) {
        try change(path) { disk throws(EtudeError) in _ = try disk.add(.symbolicLink(target), at: path) }
    }

    /// The target that a symbolic link holds.
    public func symbolicLinkTarget(_ path: String) throws(EtudeError) -> String {
        let content = try look { disk throws(EtudeError) in try disk.content(path, following: false) }
        guard case .symbolicLink(let target) = content else { throw InMemoryDisk.failure(path, "it is no link") }
        return target
    }

    /// Creates a folder with those above it, durably.
    public func makeDirectory(_ path: String) throws(EtudeError) {
        var folder = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            folder += part + "/"
            let place = folder
            if try look({ disk throws(EtudeError) in try disk.find(place, following: true) }) == nil {
                try change(path) { disk throws(EtudeError) in
                    _ = try disk.add(.directory([:]), at: place, isDurable: true)
                }
            }
        }
        _ = try list(path)
    }

    /// Makes the names in a folder durable.
    public func synchronizeDirectory(_ path: String) throws(EtudeError) {
        _ = try list(path)
        try change(path) { disk throws(EtudeError) in
            if let number = try disk.find(path, following: true) { disk.synchronize(number) }
        }
    }

    /// Removes a file, a symbolic link or an empty folder.
    public func remove(_ path: String) throws(EtudeError) {
        try change(path) { disk throws(EtudeError) in try disk.remove(path) }
    }

    /// The names in a folder, in UTF-8 byte order.
    public func list(_ path: String) throws(EtudeError) -> [String] {
        let content = try look { disk throws(EtudeError) in try disk.content(path) }
        guard case .directory(let names) = content else { throw InMemoryDisk.failure(path, "it is no folder") }
        return names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// What stands at a path.
    public func kind(of path: String) throws(EtudeError) -> FileKind? {
        try look { disk throws(EtudeError) in
            guard try disk.find(path, following: false) != nil else { return nil }
            return switch try disk.content(path, following: false) {
            case .file: .file
            case .directory: .directory
            case .symbolicLink: .symbolicLink
            }
        }
    }

    private func look<Value>(
        _ body: (InMemoryDisk) throws(EtudeError) -> sending Value
    ) throws(EtudeError) -> sending Value {
        try state.withLock { state throws(EtudeError) in try body(state.disk) }
    }

    fileprivate func change<Value>(
        _ path: String,
        _ body: (inout InMemoryDisk) throws(EtudeError) -> sending Value
    ) throws(EtudeError) -> sending Value {
        try state.withLock { state throws(EtudeError) in
            guard state.effects < state.limit else { throw InMemoryDisk.failure(path, "the file system has failed") }
            let value = try body(&state.disk)
            state.effects += 1
            return value
        }
    }
}

/// Reads the bytes that a file had when it was opened, a few at a time.
private final class InMemoryReader: ByteReader {
    private static let chunkSize = 4096

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    func read() throws(EtudeError) -> [UInt8] {
        defer { rest = rest.dropFirst(Self.chunkSize) }
        return Array(rest.prefix(Self.chunkSize))
    }
}

/// Writes a new file.
private final class InMemoryWriter: ByteWriter {
    private let fileSystem: InMemoryFileSystem
    private let path: String
    private let number: Int

    init(_ fileSystem: InMemoryFileSystem, path: String, number: Int) {
        self.fileSystem = fileSystem
        self.path = path
        self.number = number
    }

    func write(_ bytes: [UInt8]) throws(EtudeError) {
        try fileSystem.change(path) { disk throws(EtudeError) in disk.append(bytes, to: number) }
    }

    func finish() throws(EtudeError) {
        try fileSystem.change(path) { disk throws(EtudeError) in disk.synchronize(number) }
    }
}
