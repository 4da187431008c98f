import EtudeStore
import Foundation

/// A folder of files that goes with its value.
final class FileFolder: Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: "etude-files-\(UUID().uuidString)").path

    init() throws {
        try RealFileSystem().makeDirectory(path)
    }

    deinit {
        try? RealFileSystem().removeTree(path)
    }

    /// The path of an entry.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, gzipped if its name says so.
    func write(_ text: String, to name: String) throws {
        var bytes = Array(text.utf8)
        if name.hasSuffix(".gz") {
            var gzip = GzipWriter()
            bytes = gzip.append(bytes) + gzip.finish().bytes
        }
        try write(bytes: bytes, to: name)
    }

    /// Writes a file as it is.
    func write(bytes: [UInt8], to name: String) throws {
        try AtomicFile.write(bytes, to: self(name), in: RealFileSystem())
    }

    /// The text of a file, expanded if its name says so.
    func read(_ name: String) throws -> String {
        let file = try RealFileSystem().open(self(name))
        let reader = name.hasSuffix(".gz") ? GzipReader(file, path: name) : file
        var bytes: [UInt8] = []
        while true {
            let more = try reader.read()
            guard !more.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
            bytes += more
        }
    }

    /// The names in the folder, or in one of its folders.
    func names(in folder: String = ".") throws -> [String] { try RealFileSystem().list(self(folder)) }
}
