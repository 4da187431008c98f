public import EtudeCore
public import EtudeStore

/// Makes releases in a run's folder, so that nobody ever sees part of one.
///
/// A release is written under `releases/.building-<number>`, every byte made durable, then renamed to its lasting name;
/// ``publish(_:)`` moves `current` to it by renaming a symbolic link.
public struct ReleaseBuilder: Sendable {
    /// A release under its temporary name.
    public struct Building: Sendable, Hashable {
        /// The folder.
        public let folder: String
        /// The manifest.
        public let manifest: Manifest
    }

    private let output: String
    private let fileSystem: any FileSystem

    /// A builder for a run's folder.
    ///
    /// - Parameters:
    ///   - output: the folder that holds `releases/` and `current`.
    ///   - fileSystem: where it stands.
    public init(output: String, fileSystem: any FileSystem = RealFileSystem()) {
        self.output = output
        self.fileSystem = fileSystem
    }

    /// Writes a release under a temporary name; what an interrupted building left behind is removed first.
    ///
    /// - Parameter contents: what goes into it.
    /// - Returns: the folder, ready to be verified and published.
    /// - Throws: ``EtudeError`` with code `io`, or `data` for rows that cannot be read back.
    public func build(_ contents: ReleaseContents) throws(EtudeError) -> Building {
        try removeLeftovers()
        let folder = "\(releases)/.building-\(contents.manifest.release)"
        try fileSystem.makeDirectory(folder)
        let manifest = try ReleaseWriter(folder: folder, fileSystem: fileSystem).write(contents)
        return Building(folder: folder, manifest: manifest)
    }

    /// Gives a release its lasting name and moves `current` to it.
    ///
    /// A release of the same number and digest that stands there already, from a run that ended between the two steps, is
    /// kept, for it holds the same rows.
    ///
    /// - Parameter building: what ``build(_:)`` made.
    /// - Returns: the release's folder.
    /// - Throws: ``EtudeError`` with code `io`.
    public func publish(_ building: Building) throws(EtudeError) -> String {
        let name = ReleaseDigest.folder(number: building.manifest.release, digest: building.manifest.digest)
        let folder = "\(releases)/\(name)"
        if try fileSystem.exists(folder) {
            try fileSystem.removeTree(building.folder)
        } else {
            try fileSystem.rename(building.folder, to: folder)
        }
        try fileSystem.synchronizeDirectory(releases)
        try moveCurrent(to: "releases/\(name)")
        return folder
    }

    private var releases: String { "\(output)/releases" }

    private func removeLeftovers() throws(EtudeError) {
        try fileSystem.makeDirectory(releases)
        for name in try fileSystem.list(releases) where name.hasPrefix(".building-") {
            try fileSystem.removeTree("\(releases)/\(name)")
        }
    }

    private func moveCurrent(to target: String) throws(EtudeError) {
        let next = "\(output)/.current-next"
        if try fileSystem.exists(next) { try fileSystem.remove(next) }
        try fileSystem.makeSymbolicLink(next, to: target)
        try fileSystem.rename(next, to: "\(output)/current")
        try fileSystem.synchronizeDirectory(output)
    }
}
