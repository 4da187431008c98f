import EtudeCore
import Foundation

/// Reads a user's file as UTF-8 text.
enum TextFile {
    static func read(_ path: String) throws(EtudeError) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            throw EtudeError(.config, "The file does not exist; check the path.", at: Place(file: path))
        } catch {
            throw EtudeError(.io, "Reading the file failed: \(error.localizedDescription)", at: Place(file: path))
        }
        return try decode(Array(bytes), file: path)
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
