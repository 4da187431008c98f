public import EtudeCore

/// What `manifest.json` says of a release: its files with their hashes, its counts, and how it came to be.
public struct Manifest: Sendable, Hashable {
    /// The path inside a release.
    public static let path = "manifest.json"
    /// The version of the format.
    public static let version = 1

    /// The number of the release.
    public var release: Int
    /// The name of the dataset.
    public var name: String
    /// The release's digest, in hexadecimal.
    public var digest = ""
    /// The hash of the plan.
    public var planHash: String
    /// The version of the program.
    public var toolVersion: String
    /// When the release was made, after RFC 3339.
    public var createdAt: String
    /// How long the run took that made the release, in milliseconds; nil in releases of programs that did not say.
    ///
    /// Runs before it that were stopped are not in it.
    public var elapsedMilliseconds: Int?
    /// Whether every cell has the rows asked for.
    public var isComplete: Bool
    /// The compression library and its version, on which the bytes of gzipped files depend.
    public var compression: String
    /// The models that took part.
    public var models: [ModelRecord]
    /// What was spent: an object of money and tokens.
    public var cost: JSONValue
    /// Rows asked for and held, by cell.
    public var counts: [CellCount]
    /// What became of the candidates, by cell.
    public var books: [CellBooks]
    /// Where skills and topics come from; none in releases of programs that did not say.
    public var sources: [SourceRecord] = []
    /// How far the marks can be trusted; nil in releases of programs that did not say.
    public var judging: JudgingRecord?
    /// What was dropped from the catalog for being too common; nil where nothing was looked for.
    public var frequency: FrequencyRecord?
    /// The sets.
    public var sets: [SetRecord] = []
    /// The files with rows, split by split, k ascending.
    public var shards: [ShardRecord] = []
    /// The files with rejected drafts.
    public var rejected: [ShardRecord] = []
    /// All other files but the manifest.
    public var files: [FileRecord] = []

    /// A manifest before any file is written.
    public init(
        release: Int,
        name: String,
        planHash: String,
        toolVersion: String,
        createdAt: String,
        isComplete: Bool,
        compression: String,
        models: [ModelRecord],
        cost: JSONValue,
        counts: [CellCount],
        books: [CellBooks]
    ) {
        self.release = release
        self.name = name
        self.planHash = planHash
        self.toolVersion = toolVersion
        self.createdAt = createdAt
        self.isComplete = isComplete
        self.compression = compression
        self.models = models
        self.cost = cost
        self.counts = counts
        self.books = books
    }

    /// All gzipped files: rows, rejected drafts, sets.
    public var allShards: [ShardRecord] { shards + rejected + sets.flatMap(\.shards) }
}
