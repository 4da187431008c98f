import EtudeCore
import Glibc

/// Follows paths to their ends.
enum RealPath {
    /// The absolute path without symbolic links; what does not exist of it stays as written.
    ///
    /// - Throws: ``EtudeError`` with code `config` for a link that leads nowhere, `io` for a path that cannot be followed.
    static func of(_ path: String) throws(EtudeError) -> String {
        if let resolved = unsafe realpath(path.isEmpty ? "." : path, nil) {
            defer { unsafe free(resolved) }
            return unsafe String(cString: resolved)
        }
        let failure = errno
        switch failure {
        case ENOENT where try RealFileSystem().kind(of: path) == .symbolicLink:
            throw EtudeError(.config, "The link leads to nothing; name a file.", at: Place(file: path))
        case ENOENT:
            let parent = Path.parent(of: path)
            let (folder, name) = (parent == path ? "/" : parent, Path.name(of: path))
            guard name != "..", name != "." else { throw SystemFailure.error("follow", path, number: failure) }
            let end = try of(folder)
            return end == "/" ? "/\(name)" : "\(end)/\(name)"
        case ELOOP:
            throw EtudeError(.config, "The links of this path lead in a circle; name a file.", at: Place(file: path))
        default:
            throw SystemFailure.error("follow", path, number: failure)
        }
    }
}

/// What stands where a file or folder is expected.
enum SpecialFile {
    /// The name of a special file; nil for a file, a folder and nothing at all.
    static func kind(of path: String) -> String? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? kind(status.st_mode) : nil
    }

    /// The name of a special file by its mode; nil for a file and a folder.
    static func kind(_ mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFREG, S_IFDIR: nil
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        case S_IFCHR, S_IFBLK: "a device"
        default: "a special file"
        }
    }
}
