import EtudeCore
public import EtudeCurate

/// Removes the near duplicates of the rows of a JSON Lines file.
///
/// A row is dropped exactly if it is near to a row kept before it (``NearDuplicateSettings``), in the order of the file or of a
/// field; what is kept is copied byte for byte. The result does not depend on the number of threads, nor, where a field
/// orders all rows, on the order of the file. Memory grows by some 200 bytes a kept row at the defaults: the texts are read again.
public struct FileDeduplication: Sendable {
    /// How many rows a task takes.
    private static let sliceRows = 512

    /// The file, gzipped if its name ends with `.gz`; `-` is standard input.
    public var input: String
    /// The file for the kept rows, gzipped likewise; `-` is standard output.
    public var output: String
    /// The file that says of each dropped row why; nil for none.
    public var report: String?
    /// The field with the text that is compared; nil for the whole row as it stands.
    public var text: String? = "text"
    /// The field with the id that the report names; nil for the line's number.
    public var id: String?
    /// The field whose value two rows must share, as it is written, to be compared; nil to compare all rows.
    public var within: String?
    /// Which rows come first; nil for the order of the file.
    public var preference: RowPreference?
    /// When texts are near.
    public var near: NearDuplicateSettings
    /// How many slices of rows are worked on at the same time.
    public var threads: Int
    /// About how many bytes of rows are read at a time; no result depends on it.
    var batchBytes = 4 << 20

    /// The deduplication of one file into another.
    public init(input: String, output: String, near: NearDuplicateSettings, threads: Int = 1) {
        self.input = input
        self.output = output
        self.near = near
        self.threads = threads
    }

    /// Reads the file and writes what is kept.
    ///
    /// - Returns: how many rows were kept and dropped.
    /// - Throws: ``EtudeError`` with code `data` for a line without the fields, `io` where reading or writing fails; the
    ///   files then stand as they were.
    public func run() async throws -> DeduplicationCounts {
        let file = try RowFile(input)
        let fields = RowFields(RowFields.Names(text: text, id: id, group: within), of: file)
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        let feed: any RowFeed
        if let preference {
            let places = try await preference.places(in: file, batchBytes: batchBytes, slices: slices)
            feed = PlacedFeed(file, places: places, batchBytes: batchBytes)
        } else {
            feed = SequentialFeed(file, batchBytes: batchBytes)
        }
        let comparison = TextComparison(near)
        @Sendable func nextBatch() async throws -> KeyedBatch? {
            guard let rows = try await feed.next() else { return nil }
            return try await KeyedBatch(rows, fields, comparison, slices)
        }
        let sink = try KeptRowSink(output: output, report: report, file: file, isInFileOrder: preference == nil)
        var decider = RowDecider(file, fields, comparison, explains: report != nil, threads: threads)
        var counts = DeduplicationCounts()
        var batch = try await nextBatch()
        var decided: DecidedBatch<RowMatch>?
        while let current = batch {
            // One batch is decided while the one before it is written and the one after it is read.
            let previous = decided
            async let next = nextBatch()
            async let written: Void = sink.write(previous)
            let matches = try await decider.matches(for: current)
            counts.add(matches)
            try await written
            decided = DecidedBatch(rows: current.rows, dropped: matches)
            batch = try await next
        }
        try await sink.write(decided)
        try await sink.finish()
        return counts
    }
}
