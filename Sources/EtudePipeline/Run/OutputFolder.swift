import EtudeCore
import EtudePublish
import EtudeStore

/// The output folder of a dataset: its lock, its journal, its ledger and its releases.
struct OutputFolder {
    /// The release that `current` names.
    struct Current {
        let path: String
        let manifest: Manifest
    }

    let path: String
    private let spec: PipelineSpec
    private let files = RealFileSystem()

    /// The folder of a pipeline; it is made where it is missing.
    init(_ spec: PipelineSpec) throws(EtudeError) {
        self.spec = spec
        path = spec.output.directory
        try files.makeDirectory(path)
    }

    func lock() throws(EtudeError) -> RunLock { try RunLock(directory: path) }

    /// The journal, in the folder or where the pipeline file puts it.
    func journal() throws -> Journal { try Journal.open(path: try Self.journalPath(spec)) }

    static func journalPath(_ spec: PipelineSpec) throws(EtudeError) -> String {
        guard let journal = spec.journal else { return "\(spec.output.directory)/journal.sqlite" }
        return try spec.resolve(journal)
    }

    /// The release that `current` names, where there is one.
    func current() throws(EtudeError) -> Current? {
        let link = "\(path)/current"
        guard try files.kind(of: link) != nil else { return nil }
        let reader = try ReleaseReader(link)
        return Current(path: reader.folder, manifest: try reader.manifest())
    }

    /// The ledger, begun where there is none; a folder of another dataset is refused.
    ///
    /// A process that ended between moving `current` and saving the ledger left it one release behind; that release's own
    /// copy then takes its place.
    func ledger() throws(EtudeError) -> Ledger {
        let ledger = try Self.ledger(spec) ?? Ledger(name: spec.name)
        guard let current = try current() else {
            if try !files.exists("\(path)/ledger.json") { try save(ledger) }
            return ledger
        }
        guard ledger.releases.last?.digest != current.manifest.digest else { return ledger }
        let copy = "\(current.path)/ledger.json"
        let mended = try Ledger(bytes: try files.read(copy), file: copy).published(current.manifest.digest)
        try save(mended)
        return mended
    }

    /// The ledger of a pipeline's folder, where there is one; a folder of another dataset is refused.
    @discardableResult static func ledger(_ spec: PipelineSpec) throws(EtudeError) -> Ledger? {
        let path = spec.output.directory
        let file = "\(path)/ledger.json"
        let files = RealFileSystem()
        guard try files.exists(file) else { return nil }
        let ledger = try Ledger(bytes: try files.read(file), file: file)
        guard ledger.name == spec.name else {
            throw EtudeError(
                .config,
                "The folder \(path) holds the dataset \"\(ledger.name)\" and not \"\(spec.name)\"; choose another output.directory.",
                at: Place(file: spec.file, key: "output.directory")
            )
        }
        return ledger
    }

    func save(_ ledger: Ledger) throws(EtudeError) {
        try AtomicFile.write(ledger.bytes, to: "\(path)/ledger.json", in: files)
    }
}
