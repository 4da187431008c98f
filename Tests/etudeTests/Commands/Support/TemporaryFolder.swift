import EtudeStore
import Foundation

/// A folder of the host that goes with its value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString)").path
        try RealFileSystem().makeDirectory(path)
    }

    deinit {
        try? RealFileSystem().removeTree(path)
    }

    /// The path of an entry in the folder.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, with the folders above it.
    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: self(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The paths of everything below the folder, sorted.
    var entries: [String] {
        get throws { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
    }
}
