import CShipped

/// The files that travel inside the program: templates, rubrics and the catalog.
///
/// Each has the path it has in the repository, such as `Templates/skill-mix/en/request.mustache`.
public enum Shipped: Sendable {
    /// Every file's bytes by path.
    public static let files: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        for index in 0..<etude_shipped_count() {
            let file = unsafe etude_shipped_file_at(index)
            let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count)
            unsafe files[String(cString: file.path)] = unsafe Array(bytes)
        }
        return files
    }()

    /// The text of a file.
    ///
    /// - Parameter path: the path in the repository.
    /// - Returns: the text, or nil for a file that does not travel.
    public static func text(_ path: String) -> String? {
        files[path].map { String(decoding: $0, as: UTF8.self) }
    }

    /// The paths of all files below a folder, sorted.
    ///
    /// - Parameter folder: a path in the repository without a slash at its end.
    /// - Returns: whole paths.
    public static func paths(under folder: String) -> [String] {
        files.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
    }
}
