public import EtudeCore

/// Replaces whole files so that a reader, or a run after a crash, sees the old bytes or the new ones and nothing between.
public enum AtomicFile: Sendable {
    /// Writes a file under a temporary name in the same folder, makes it durable, and renames it.
    ///
    /// - Parameters:
    ///   - bytes: the whole content.
    ///   - path: the file, replaced where it exists.
    ///   - fileSystem: where it stands.
    /// - Throws: ``EtudeError`` with code `io`; the old file then stands as it was.
    public static func write(
        _ bytes: [UInt8],
        to path: String,
        in fileSystem: any FileSystem
    ) throws(EtudeError) {
        try write(to: path, in: fileSystem) { writer throws(EtudeError) in try writer.write(bytes) }
    }

    /// Writes a file piece by piece under a temporary name in the same folder, makes it durable, and renames it.
    ///
    /// - Parameters:
    ///   - path: the file, replaced where it exists.
    ///   - fileSystem: where it stands.
    ///   - body: writes the content; it leaves the writer open.
    /// - Throws: ``EtudeError`` with code `io`, or what the body throws; the old file then stands as it was.
    public static func write(
        to path: String,
        in fileSystem: any FileSystem,
        _ body: (any ByteWriter) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        let writer = try AtomicWriter(path, in: fileSystem)
        try body(writer)
        try writer.finish()
    }

    /// Writes a file piece by piece as its content comes to be, under a temporary name in the same folder, and renames it.
    ///
    /// - Parameters:
    ///   - path: the file, replaced where it exists.
    ///   - fileSystem: where it stands.
    ///   - body: writes the content; it leaves the writer open.
    /// - Throws: ``EtudeError`` with code `io`, or what the body throws; the old file then stands as it was.
    public static func assemble(
        at path: String,
        in fileSystem: any FileSystem,
        _ body: (any ByteWriter) async throws -> Void
    ) async throws {
        let folder = Path.parent(of: path)
        let temporary = Path.temporary(in: folder, for: Path.name(of: path))
        do {
            let writer = try fileSystem.create(temporary)
            try await body(writer)
            try writer.finish()
            try fileSystem.rename(temporary, to: path)
        } catch {
            try? fileSystem.remove(temporary)
            throw error
        }
        try fileSystem.synchronizeDirectory(folder)
    }
}
