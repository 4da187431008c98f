import EtudeCore
import EtudePublish
import EtudeStore

/// The rejected drafts of a finished run that published nothing, kept so that a person can see why.
struct UnpublishedDrafts {
    private let folder: String
    private let files: any FileSystem

    /// The drafts of an output folder.
    init(output: String, files: any FileSystem = RealFileSystem()) {
        folder = "\(output)/unpublished"
        self.files = files
    }

    /// Replaces what an earlier run left.
    func write(_ rejected: RowSpool, _ layout: ShardLayout) throws(EtudeError) {
        try remove()
        _ = try ShardWriter(folder: folder, layout: layout, fileSystem: files).write(rejected: rejected)
    }

    /// Forgets them, for a run that published its own.
    func remove() throws(EtudeError) {
        if try files.exists(folder) { try files.removeTree(folder) }
    }

    /// The files, in order.
    func paths() throws(EtudeError) -> [String] {
        let rejected = "\(folder)/rejected"
        guard try files.exists(rejected) else { return [] }
        return try files.list(rejected).sorted().map { "\(rejected)/\($0)" }
    }
}
