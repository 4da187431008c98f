public import EtudeCore
import Glibc

/// Reads what is piped into the process.
public final class StandardInput: ByteReader {
    private let file: FileDescriptor

    /// A reader from where the stream stands.
    ///
    /// - Throws: ``EtudeError`` with code `io` where the stream is closed.
    public init() throws(EtudeError) {
        file = try FileDescriptor(duplicating: STDIN_FILENO, path: "standard input")
    }

    /// The next bytes, at least one; empty at the end.
    public func read() throws(EtudeError) -> [UInt8] { try file.read() }
}

@available(*, unavailable)
extension StandardInput: Sendable {}

/// Writes where the process's output goes.
public final class StandardOutput: ByteWriter {
    private let file: FileDescriptor

    /// A writer to where the stream stands.
    ///
    /// - Throws: ``EtudeError`` with code `io` where the stream is closed.
    public init() throws(EtudeError) {
        file = try FileDescriptor(duplicating: STDOUT_FILENO, path: "standard output")
    }

    /// Adds bytes at the end.
    public func write(_ bytes: [UInt8]) throws(EtudeError) { try file.write(bytes) }

    /// Nothing: the stream stays open, and its durability is its owner's.
    public func finish() {}
}

@available(*, unavailable)
extension StandardOutput: Sendable {}
