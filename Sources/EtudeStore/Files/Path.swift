import Glibc
import Synchronization

/// Paths as text.
enum Path {
    private static let counter = Atomic(0)

    /// The folder that holds a path's last part.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path's last part.
    static func name(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// A hidden name that no other process on this host and no other call uses.
    static func temporary(in folder: String, for name: String) -> String {
        let number = counter.add(1, ordering: .relaxed).newValue
        return "\(folder)/.\(name).\(getpid())-\(number).partial"
    }
}
