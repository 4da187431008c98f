public import EtudeCore
import Glibc

/// Facts about the storage under a path.
public enum Storage: Sendable {
    /// Whether a path stands on a network or cluster file system, where SQLite's WAL mode is not safe (sqlite.org/wal.html).
    ///
    /// FUSE alone does not count: it serves local disks too. Where the host does not say what it has mounted, the answer is
    /// yes, for what suits a network suits a disk.
    ///
    /// - Parameter path: an entry that exists.
    /// - Returns: whether its file system is one of those that many hosts share.
    /// - Throws: ``EtudeError`` with code `io` where the path cannot be resolved.
    public static func isNetwork(path: String) throws(EtudeError) -> Bool {
        guard let resolved = unsafe realpath(path, nil) else { throw SystemFailure.error("look at", path) }
        defer { unsafe free(resolved) }
        guard let table = try? RealFileSystem().read("/proc/self/mountinfo") else { return true }
        let type = fileSystemType(of: unsafe String(cString: resolved), mounts: String(decoding: table, as: UTF8.self))
        return type.map(networkTypes.contains) ?? true
    }

    /// The file system type of an absolute path by the kernel's table of mounts (proc_pid_mountinfo(5)).
    ///
    /// The longest mount point above the path holds it; of several at one point, the last covers the others.
    static func fileSystemType(of path: String, mounts: String) -> String? {
        var best: (point: String, type: String)?
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let dash = fields.firstIndex(of: "-"), dash > 5, dash + 1 < fields.count else { continue }
            let point = unescaped(fields[4])
            guard path == point || path.utf8.starts(with: (point == "/" ? point : "\(point)/").utf8) else { continue }
            if point.utf8.count >= best?.point.utf8.count ?? 0 { best = (point, String(fields[dash + 1])) }
        }
        return best?.type
    }

    /// A field of the table, in which blanks and backslashes stand as three octal digits.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = field.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let code = UInt8(Substring(rest.prefix(3)), radix: 8) {
                rest = rest.dropFirst(3)
                bytes.append(code)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "gpfs", "lustre", "cifs", "smb3", "smbfs", "ceph", "beegfs", "afs", "orangefs", "gfs2", "ocfs2",
        "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs",
    ]
}
