import EtudeCore
public import EtudePublish
import EtudeStore

/// Divides the rows of a JSON Lines file among numbered gzip files in a new folder, in their order.
///
/// The files depend on the rows and the layout alone, not on the number of threads; memory does not grow with the rows.
public struct FileSharding: Sendable {
    /// The name of the file that lists the others; it has no ending by which tools would take it for rows.
    public static let manifestName = "MANIFEST"
    private static let sliceRows = 512

    /// The file, gzipped if its name ends with `.gz`; `-` is standard input.
    public var input: String
    /// The folder, which is made, or empty.
    public var folder: String
    /// What the names of the files begin with.
    public var name = "data"
    /// How rows are divided and compressed.
    public var layout: ShardLayout
    /// Whether rows are rewritten in canonical JSON (``JSONWriter``), not copied as they are.
    public var isCanonical = false
    /// How many slices of rows are checked at the same time.
    public var threads: Int
    /// About how many bytes of rows are read at a time; no result depends on it.
    var batchBytes = 4 << 20

    /// The division of one file into others.
    public init(input: String, folder: String, layout: ShardLayout, threads: Int = 1) {
        self.input = input
        self.folder = folder
        self.layout = layout
        self.threads = threads
    }

    /// Reads the file and writes the folder.
    ///
    /// - Returns: what was written.
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object, `io` where reading or writing fails; there is
    ///   then no folder.
    public func run() async throws -> ShardManifest {
        let file = try RowFile(input)
        let feed = SequentialFeed(file, batchBytes: batchBytes)
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        @Sendable func nextLines() async throws -> [RowLines]? {
            guard let batch = try await feed.next() else { return nil }
            return try await RowLines.checked(batch, of: file, isCanonical: isCanonical, slices)
        }
        let sink = try ShardSink(folder: folder, name: name, layout)
        var lines = try await nextLines()
        while let current = lines {
            // Some rows are compressed while the next ones are read and checked.
            async let next = nextLines()
            try await sink.write(current)
            lines = try await next
        }
        return try await sink.finish()
    }
}
