public import EtudeCore

/// The seam for every file effect that matters for crash safety.
///
/// A file's bytes are durable when its writer's ``ByteWriter/finish()`` has returned. A name (of a created, renamed, linked
/// or removed entry) is durable when ``synchronizeDirectory(_:)`` of its folder has returned. Nothing else is promised after
/// a power cut. Every function throws ``EtudeError`` with code `io` and a sentence naming the path.
public protocol FileSystem: Sendable {
    /// Opens a file for reading from its start.
    func open(_ path: String) throws(EtudeError) -> any ByteReader

    /// Creates a file; an existing entry of that name is an error.
    func create(_ path: String) throws(EtudeError) -> any ByteWriter

    /// Gives an entry another name, replacing a file or an empty folder of that name at one stroke.
    func rename(_ path: String, to newPath: String) throws(EtudeError)

    /// Gives a file a second name; an existing entry of that name is an error.
    func hardLink(_ path: String, to newPath: String) throws(EtudeError)

    /// Creates a symbolic link holding a target, which need not exist.
    func makeSymbolicLink(_ path: String, to target: String) throws(EtudeError)

    /// The target that a symbolic link holds.
    func symbolicLinkTarget(_ path: String) throws(EtudeError) -> String

    /// Creates a folder with those above it, durably; an existing folder is fine.
    func makeDirectory(_ path: String) throws(EtudeError)

    /// Makes the names in a folder durable.
    func synchronizeDirectory(_ path: String) throws(EtudeError)

    /// Removes a file, a symbolic link (not what it points to) or an empty folder.
    func remove(_ path: String) throws(EtudeError)

    /// The names in a folder, in UTF-8 byte order.
    func list(_ path: String) throws(EtudeError) -> [String]

    /// What stands at a path, not following a last symbolic link; nil for nothing.
    func kind(of path: String) throws(EtudeError) -> FileKind?
}

/// What an entry of a folder is.
public enum FileKind: Sendable, Hashable {
    /// A file.
    case file
    /// A folder.
    case directory
    /// A symbolic link, whether or not its target exists.
    case symbolicLink
}

/// Reads bytes from first to last.
public protocol ByteReader: AnyObject {
    /// The next bytes, at least one; empty at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` where the bytes are not what they should be.
    func read() throws(EtudeError) -> [UInt8]
}

/// Writes the bytes of a new file.
public protocol ByteWriter: AnyObject {
    /// Adds bytes at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func write(_ bytes: [UInt8]) throws(EtudeError)

    /// Makes the bytes durable and closes the file; nothing may be written afterwards.
    ///
    /// - Throws: ``EtudeError`` with code `io`; the file must then be given up, for a second try may succeed falsely.
    func finish() throws(EtudeError)
}
