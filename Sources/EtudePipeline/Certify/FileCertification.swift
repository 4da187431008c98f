import EtudeCore
public import EtudeCurate
import EtudeIngest

/// Derives the certificate of any two files of which one is held out from the other.
///
/// Both files are read twice: once for their labels, from which it follows whose names are the other side's, and once for their
/// texts. Memory grows with the held-out texts and with different sets of skills.
public struct FileCertification: Sendable {
    /// How many rows a task takes.
    private static let sliceRows = 64
    /// About how many bytes of rows are read at a time; no result depends on it.
    private static let batchBytes = 4 << 20

    /// The training file, gzipped if its name ends with `.gz`; `-` is standard input.
    public var train: String
    /// The held-out file, likewise.
    public var heldOut: String
    /// What the rows hold.
    public var fields: LabelledFields
    /// When texts are near.
    public var near: NearDuplicateSettings
    /// A catalog of skills: `shipped`, or a file; nil where labels are names.
    public var catalog: String?
    /// How many slices of rows are worked on at the same time.
    public var threads = 1

    /// The certification of two files.
    public init(train: String, heldOut: String, fields: LabelledFields, near: NearDuplicateSettings) {
        self.train = train
        self.heldOut = heldOut
        self.fields = fields
        self.near = near
    }

    /// Reads the files.
    ///
    /// - Returns: the certificate.
    /// - Throws: ``EtudeError`` with code `data` for a line without the fields, `io` where reading fails, `usage` for two files on
    ///   standard input, and the errors of reading a catalog.
    public func run() async throws -> PairCertificate {
        guard train != "-" || heldOut != "-" else {
            throw EtudeError(.usage, "Only one of the two files can be standard input.")
        }
        let skills = try catalog.map { try CatalogReader.skills(from: $0 == "shipped" ? .shipped : .file($0)) }
        // Held-out texts are kept before training texts are compared with them.
        let files = try [(PairSide.heldOut, RowFile(heldOut)), (PairSide.train, RowFile(train))]
        var labels = PairLabels(SkillLabels(skills ?? []))
        for (side, file) in files {
            try await forEachSlice(of: file) {
                $0
            } take: { rows in
                for row in rows { labels.add(row, of: side) }
            }
        }
        var texts = PairTexts(labels, near: fields.text == nil ? nil : near, texts: try SpooledTexts())
        for (side, file) in files {
            let seen = texts
            try await forEachSlice(of: file) { rows in
                try rows.map { (row: $0, findings: try seen.findings(in: $0, of: side)) }
            } take: { found in
                for (row, findings) in found { try texts.add(findings, in: row, of: side) }
            }
        }
        return PairCertificate(labels, texts, hasCatalog: skills != nil)
    }

    /// Reads a file slice by slice, several at a time, and takes what becomes of them in order.
    private func forEachSlice<Output: Sendable>(
        of file: RowFile,
        _ work: @escaping @Sendable ([LabelledRow]) throws -> Output,
        take: (Output) throws -> Void
    ) async throws {
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        let feed = SequentialFeed(file, batchBytes: Self.batchBytes)
        while let batch = try await feed.next() {
            let outputs = try await slices.map(batch.rows.count) { [fields] slice in
                try work(
                    slice.map { number in
                        let place = batch.rows[number]
                        return try fields.row(Array(batch.bytes[place.range]), line: place.line, of: file)
                    }
                )
            }
            for output in outputs { try take(output) }
        }
    }
}
