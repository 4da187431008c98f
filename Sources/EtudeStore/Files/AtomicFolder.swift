public import EtudeCore

/// A new folder whose files a reader sees all at once: it is filled under a temporary name and renamed when it is finished.
public final class AtomicFolder {
    /// The folder's temporary name, under which its files are written.
    public let path: String
    private let target: String
    private let fileSystem: any FileSystem
    private var isFinished = false

    /// Begins a folder.
    ///
    /// - Parameters:
    ///   - target: the folder, which must not exist, or be empty.
    ///   - fileSystem: where it stands.
    /// - Throws: ``EtudeError`` with code `io`, also where something stands in the folder.
    public init(_ target: String, in fileSystem: any FileSystem = RealFileSystem()) throws(EtudeError) {
        var target = target
        while target.count > 1, target.hasSuffix("/") { target.removeLast() }
        switch try fileSystem.kind(of: target) {
        case nil: break
        case .directory where try fileSystem.list(target).isEmpty: break
        default:
            let message = "It exists and is no empty folder. Remove it, or name another folder."
            throw EtudeError(.io, message, at: Place(file: target))
        }
        self.target = target
        self.fileSystem = fileSystem
        path = Path.temporary(in: Path.parent(of: target), for: Path.name(of: target))
        try fileSystem.makeDirectory(path)
    }

    deinit {
        if !isFinished { try? fileSystem.removeTree(path) }
    }

    /// Makes the names in the folder durable and gives the folder its own.
    ///
    /// - Throws: ``EtudeError`` with code `io`; nothing then stands under the folder's name that did not before.
    public func finish() throws(EtudeError) {
        try fileSystem.synchronizeDirectory(path)
        try fileSystem.rename(path, to: target)
        isFinished = true
        try fileSystem.synchronizeDirectory(Path.parent(of: target))
    }
}

@available(*, unavailable)
extension AtomicFolder: Sendable {}
