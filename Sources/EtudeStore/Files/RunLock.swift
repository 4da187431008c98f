public import EtudeCore
import Glibc

/// The lock of a run's folder: held from its making to its end, and given back by the kernel when the process dies.
///
/// The file stays when the lock goes, for removing it would let two processes hold locks on two files of one name.
public struct RunLock: ~Copyable, Sendable {
    private let file: FileDescriptor

    /// Takes the lock `<directory>/lock` and writes pid, host and start into it for a person to read.
    ///
    /// - Parameter directory: the run's folder, which exists.
    /// - Throws: ``EtudeError`` with code `busy` where another process holds it, naming it; `io` where locking fails.
    public init(directory: String) throws(EtudeError) {
        let path = "\(directory)/lock"
        let file = try FileDescriptor(path, flags: O_RDWR | O_CREAT, purpose: "create the lock")
        guard try file.lock() else { throw Self.busy(path, holder: try file.read(at: 0)) }
        try file.truncate()
        try file.write(Array("pid \(getpid())\nhost \(Self.host)\nstart \(Self.now)\n".utf8))
        self.file = file
    }

    /// Whether somebody holds the lock of a folder; the lock is left as it is.
    ///
    /// - Parameter directory: the folder.
    /// - Returns: true while another process, or this one, holds it.
    /// - Throws: ``EtudeError`` with code `io`.
    public static func isHeld(in directory: String) throws(EtudeError) -> Bool {
        let path = "\(directory)/lock"
        guard try RealFileSystem().exists(path) else { return false }
        let file = try FileDescriptor(path, flags: O_RDONLY, purpose: "look at the lock")
        return try !file.lock()
    }

    private static func busy(_ path: String, holder: [UInt8]) -> EtudeError {
        let facts = String(decoding: holder, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        func fact(_ name: Substring) -> String {
            facts.first { $0.count == 2 && $0[0] == name }.map { String($0[1]) } ?? "unknown"
        }
        return EtudeError(
            .busy,
            """
            Another run holds the lock \(path): pid \(fact("pid")) on \(fact("host")) since \(fact("start")). \
            Wait for its end, or end it; the lock goes with the process.
            """
        )
    }

    private static var host: String {
        var name = utsname()
        guard unsafe uname(&name) == 0 else { return "unknown" }
        return unsafe withUnsafeBytes(of: name.nodename) {
            unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The time in UTC, after RFC 3339.
    private static var now: String {
        var seconds = time(nil)
        var parts = unsafe tm()
        unsafe gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = unsafe strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
