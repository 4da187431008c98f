public import EtudeCore

extension FileSystem {
    /// Whether anything stands at a path; a symbolic link counts without its target.
    public func exists(_ path: String) throws(EtudeError) -> Bool {
        try kind(of: path) != nil
    }

    /// All bytes of a file.
    public func read(_ path: String) throws(EtudeError) -> [UInt8] {
        let reader = try open(path)
        var bytes = try reader.read()
        while true {
            let more = try reader.read()
            guard !more.isEmpty else { return bytes }
            bytes += more
        }
    }

    /// Creates a file with some bytes, durably; its name is durable once its folder is synchronized.
    public func write(_ bytes: [UInt8], to path: String) throws(EtudeError) {
        let writer = try create(path)
        try writer.write(bytes)
        try writer.finish()
    }

    /// Removes an entry and, where it is a folder, all in it.
    public func removeTree(_ path: String) throws(EtudeError) {
        if try kind(of: path) == .directory {
            for name in try list(path) { try removeTree("\(path)/\(name)") }
        }
        try remove(path)
    }
}
