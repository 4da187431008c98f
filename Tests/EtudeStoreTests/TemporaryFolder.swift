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
}
