public import EtudeCore
import Glibc

/// Which files may be read: regular files only, and none outside of a folder that the user has named.
///
/// A path is resolved to its end, every symbolic link followed, before anything of it is opened: a link that leads out of
/// the folder is refused, and so is a pipe, a device or a socket, of which even the opening may wait or do harm.
public struct PathBoundary: Sendable, Hashable {
    private enum Extent: Hashable {
        case everywhere
        case ownFolder
        case folders([String])
    }

    private let extent: Extent

    private init(_ extent: Extent) {
        self.extent = extent
    }

    /// Any regular file.
    public static let everywhere = PathBoundary(.everywhere)

    /// The folder of each file itself, for files that a user names: the file may be a link to a neighbour, but to nothing else.
    public static let ownFolder = PathBoundary(.ownFolder)

    /// What stands in one of these folders, at any depth.
    public static func within(_ folders: [String]) -> PathBoundary { PathBoundary(.folders(folders)) }

    /// The same boundary and one more folder.
    public func including(_ folder: String) -> PathBoundary {
        guard case .folders(let folders) = extent else { return self }
        return .within(folders + [folder])
    }

    /// The path at the end of all symbolic links.
    ///
    /// - Parameter path: a path, of which the last parts need not exist.
    /// - Returns: the absolute path, without links.
    /// - Throws: ``EtudeError`` with code `config` for a path that leads out of the boundary, or to something that is neither
    ///   a regular file nor a folder; `io` where it cannot be followed.
    public func resolve(_ path: String) throws(EtudeError) -> String {
        let end = try RealPath.of(path)
        guard contains(end, writtenAs: path) else {
            throw EtudeError(
                .config,
                "The path leads out of \(extentName), to \(end); move the file there, or allow this with `--allow-outside`.",
                at: Place(file: path)
            )
        }
        if let kind = SpecialFile.kind(of: end) {
            throw EtudeError(
                .config,
                "A file is expected here, and this is \(kind); name a file.",
                at: Place(file: path)
            )
        }
        return end
    }

    /// Opens a regular file within the boundary for reading from its start.
    ///
    /// - Parameter path: the file.
    /// - Returns: the file.
    /// - Throws: ``EtudeError`` with code `config` for a file that there is not, that is no regular one, or that stands outside;
    ///   `io` where it cannot be opened.
    public func open(_ path: String) throws(EtudeError) -> RegularFile {
        try RegularFile(resolve(path), namedAs: path)
    }

    private func contains(_ end: String, writtenAs path: String) -> Bool {
        switch extent {
        case .everywhere: true
        case .ownFolder: Self.holds(Path.parent(of: path), end)
        case .folders(let folders): folders.contains { Self.holds($0, end) }
        }
    }

    private static func holds(_ folder: String, _ end: String) -> Bool {
        guard let root = try? RealPath.of(folder) else { return false }
        return end == root || end.utf8.starts(with: (root == "/" ? root : "\(root)/").utf8)
    }

    private var extentName: String {
        switch extent {
        case .folders(let folders): "the folder \(folders.first ?? ".")"
        case .everywhere, .ownFolder: "its folder"
        }
    }
}
