import Foundation

/// The repository that the tests stand in.
enum ProjectFolder {
    static let url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of all files below a folder, by path in the repository, hidden ones left out.
    static func files(under folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: url.appendingPathComponent(folder).path) {
            let file = url.appendingPathComponent(folder).appendingPathComponent(path)
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            files["\(folder)/\(path)"] = Array(try Data(contentsOf: file))
        }
        return files
    }
}
