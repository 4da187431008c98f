import EtudeCore
public import EtudeCurate

/// Removes the rows of a JSON Lines file that hold items of benchmarks, by n-gram overlap (``OverlapSettings``).
///
/// Rows that are kept are copied byte for byte in their order, whatever the number of threads. Memory grows with the
/// benchmarks and not with the rows.
public struct FileDecontamination: Sendable {
    private static let sliceRows = 128

    /// The file, gzipped if its name ends with `.gz`; `-` is standard input.
    public var input: String
    /// The file for the kept rows, gzipped likewise; `-` is standard output.
    public var output: String
    /// The benchmarks' files: JSON Lines with an item a line, or text with an item a paragraph; gzipped likewise.
    public var benchmarks: [String]
    /// The field of JSON Lines benchmarks whose texts count; nil for all texts.
    public var benchmarkField: String?
    /// The file that says of each removed row why; nil for none.
    public var report: String?
    /// Whether the report has SHA-256 of what a row shares instead of its words.
    public var hidesSpans = false
    /// The field with the text; nil for the whole row as it stands.
    public var text: String? = "text"
    /// The field with the id that the report names; nil for the line's number.
    public var id: String?
    /// When a row holds an item.
    public var overlap: OverlapSettings
    /// How many slices of rows are worked on at the same time.
    public var threads: Int
    /// About how many bytes of rows are read at a time; no result depends on it.
    var batchBytes = 4 << 20

    /// The decontamination of one file into another.
    public init(input: String, output: String, benchmarks: [String], overlap: OverlapSettings, threads: Int = 1) {
        self.input = input
        self.output = output
        self.benchmarks = benchmarks
        self.overlap = overlap
        self.threads = threads
    }

    /// Reads the files and writes what is kept.
    ///
    /// - Returns: how many rows were kept and removed, by benchmark.
    /// - Throws: ``EtudeError`` with code `data` for a line without the fields, `io` where reading or writing fails; the
    ///   files then stand as they were.
    public func run() async throws -> DecontaminationCounts {
        let index = try index()
        let file = try RowFile(input)
        let fields = RowFields(RowFields.Names(text: text, id: id), of: file)
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        let feed = SequentialFeed(file, batchBytes: batchBytes)
        @Sendable func nextBatch() async throws -> DecidedBatch<ContaminatedRow>? {
            guard let rows = try await feed.next() else { return nil }
            let found = try await slices.map(rows.rows.count) { slice in
                try slice.map { try contamination(of: try fields.row(rows, $0), fields, index) }
            }
            return DecidedBatch(rows: rows, dropped: Array(found.joined()))
        }
        let sink = try KeptRowSink(output: output, report: report, file: file, isInFileOrder: true)
        var counts = DecontaminationCounts(index)
        var batch = try await nextBatch()
        while let current = batch {
            async let next = nextBatch()
            counts.add(current.dropped)
            try await sink.write(current)
            batch = try await next
        }
        try await sink.finish()
        return counts
    }

    private func index() throws(EtudeError) -> OverlapIndex {
        var texts = BenchmarkTexts(overlap)
        for path in benchmarks { try BenchmarkFile(path, field: benchmarkField).add(to: &texts) }
        return OverlapIndex(texts, overlap)
    }

    private func contamination(
        of row: RowFields.Row,
        _ fields: RowFields,
        _ index: OverlapIndex
    ) throws(EtudeError) -> ContaminatedRow? {
        let matches = row.withText { index.matches(in: $0) }
        guard !matches.isEmpty else { return nil }
        let texts = index.benchmarks
        return ContaminatedRow(
            id: fields.id(of: row),
            matches: matches,
            hits: report == nil
                ? []
                : matches.map { match in
                    ContaminatedRow.Hit(
                        benchmark: texts.benchmarks[match.benchmark].name,
                        items: match.items.map { texts.items[$0].number },
                        span: hidesSpans ? SHA256.digest(of: match.span).hex : match.span,
                        isHash: hidesSpans
                    )
                }
        )
    }
}
