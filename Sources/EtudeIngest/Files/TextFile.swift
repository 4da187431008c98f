import EtudeCore
import EtudeStore

/// Reads a user's file as UTF-8 text.
enum TextFile {
    static func read(_ path: String) throws(EtudeError) -> String {
        let files = RealFileSystem()
        guard try files.exists(path) else {
            throw EtudeError(.config, "The file does not exist; check the path.", at: Place(file: path))
        }
        return try decode(try files.read(path), file: path)
    }

    static func decode(_ bytes: [UInt8], file: String) throws(EtudeError) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        throw EtudeError(
            .data,
            "The line is not valid UTF-8; save the file in UTF-8.",
            at: Place(file: file, line: bad.map { $0 + 1 })
        )
    }
}
