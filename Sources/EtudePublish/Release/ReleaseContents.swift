public import EtudeCore

/// Everything that goes into a release.
public struct ReleaseContents {
    /// The rows of a split.
    public struct Split {
        /// The name.
        public let name: String
        /// The rows by k.
        public let cells: [ShardWriter.Cell]

        /// The rows of a split.
        public init(name: String, cells: [ShardWriter.Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    /// The manifest without digest, sets, shards and files, which building adds.
    public var manifest: Manifest
    /// The splits, in the order of the pipeline file.
    public var splits: [Split]
    /// The rejected drafts, in decision order.
    public var rejected: RowSpool
    /// The sets.
    public var sets: [SetSpec]
    /// The seed by which sets with a number of rows choose them.
    public var setSeed: Seed
    /// How rows are divided among shards.
    public var layout: ShardLayout
    /// What `certificate.json` is to hold.
    public var certificate: JSONValue
    /// The resolved pipeline file, without secrets.
    public var pipeline: String
    /// Every skill and topic with its side.
    public var catalog: DividedCatalog
    /// The templates that were used, by their path below `templates/`.
    public var templates: [String: [UInt8]]
    /// The ledger of the run.
    public var ledger: [UInt8]
    /// The language of the texts, as a BCP 47 tag.
    public var language: String
    /// What `diversity.json` is to hold; nil for a release without.
    public var diversity: JSONValue?
    /// The release before, whose files stand in for new ones of the same bytes; nil for a first release.
    public var before: ReleaseReader?
    /// Makes `report.html` from the manifest, which is not written yet, and the other files; nil for a release without.
    public var report: ((Manifest, ReleaseReader) throws(EtudeError) -> [UInt8])?

    /// The contents of a release.
    public init(
        manifest: Manifest,
        splits: [Split],
        rejected: RowSpool,
        sets: [SetSpec],
        setSeed: Seed,
        layout: ShardLayout,
        certificate: JSONValue,
        pipeline: String,
        catalog: DividedCatalog,
        templates: [String: [UInt8]],
        ledger: [UInt8],
        language: String,
        diversity: JSONValue? = nil,
        report: ((Manifest, ReleaseReader) throws(EtudeError) -> [UInt8])? = nil
    ) {
        self.manifest = manifest
        self.splits = splits
        self.rejected = rejected
        self.sets = sets
        self.setSeed = setSeed
        self.layout = layout
        self.certificate = certificate
        self.pipeline = pipeline
        self.catalog = catalog
        self.templates = templates
        self.ledger = ledger
        self.language = language
        self.diversity = diversity
        before = nil
        self.report = report
    }
}

@available(*, unavailable)
extension ReleaseContents: Sendable {}

@available(*, unavailable)
extension ReleaseContents.Split: Sendable {}
