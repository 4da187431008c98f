import EtudeCore
import EtudeCurate
import EtudeStore

/// Measures how varied the rows of a JSON Lines file or of a release are, and those of another beside it.
///
/// The result does not depend on the number of threads; memory grows with the sample and the number of different labels, not
/// with the rows.
public struct FileDiversity: Sendable {
    /// How many rows a task takes.
    private static let sliceRows = 512
    /// About how many bytes of rows are read at a time.
    private static let batchBytes = 4 << 20

    /// The file, gzipped if its name ends with `.gz`, or the folder of a release; `-` is standard input.
    public var input: String
    /// Another, with which it is compared; nil for none.
    public var against: String?
    /// The split that is measured where a release is given; nil for all rows.
    public var split: String?
    /// The field with the text.
    public var text = "text"
    /// The field with the skills of a row, a list or one; nil where they are not counted but of a release.
    public var skills: String?
    /// The field with its topic; nil where it is not counted but of a release.
    public var topic: String?
    /// How many texts are drawn.
    public var sample = 1000
    /// How many words the texts are cut to; nil for what nine in ten drawn texts of each side have.
    public var words: Int?
    /// What the draws follow from.
    public var seed = 0
    /// How many slices of rows are worked on at the same time.
    public var threads: Int

    /// The measurement of a file or release.
    public init(_ input: String, threads: Int = 1) {
        self.input = input
        self.threads = threads
    }

    /// Reads the rows and measures them.
    ///
    /// - Returns: the figures.
    /// - Throws: ``EtudeError`` with code `data` for a line without the fields, `io` where reading fails.
    public func run() async throws -> DiversityReport {
        let one = try await measure(input)
        guard let against else {
            let figures = one.figures(words: words, compressedBytes: GzipSize.of)
            return DiversityReport(figures: [figures], names: [input], seed: seed, sample: sample)
        }
        let other = try await measure(against)
        // Both sides with as many texts, of the same length.
        let words =
            words ?? min(EqualLengthTexts.commonLength(of: one.sample), EqualLengthTexts.commonLength(of: other.sample))
        let most = min(
            EqualLengthTexts(one.sample, words: words).count,
            EqualLengthTexts(other.sample, words: words).count
        )
        return DiversityReport(
            figures: [one, other].map { $0.figures(words: words, most: most, compressedBytes: GzipSize.of) },
            names: [input, against],
            seed: seed,
            sample: sample
        )
    }

    private func measure(_ path: String) async throws -> DiversityMeasure {
        let input = try DiversityInput(path, split: split)
        var measure = DiversityMeasure(
            TextSample(size: sample, seed: Seed(UInt64(seed)).child("diversity"), minimumWords: words ?? 1)
        )
        let skills = (skills ?? (input.isRelease ? "skills" : nil)).map { (name: $0, option: "--skills-field") }
        let topic = (topic ?? (input.isRelease ? "topic" : nil)).map { (name: $0, option: "--topic-field") }
        let labels = [skills, topic].map { $0.map(RowFields.Names.Label.init) }
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        for path in input.paths {
            let file = try RowFile(path)
            let fields = RowFields(RowFields.Names(text: text, labels: labels), of: file)
            let feed = SequentialFeed(file, batchBytes: Self.batchBytes)
            while let batch = try await feed.next() { try await measure.add(batch, fields, slices) }
        }
        return measure
    }
}

extension DiversityMeasure {
    /// Takes the rows of a batch: their fields, skills and topics, are read in parallel, the texts offered in order.
    fileprivate mutating func add(_ batch: RowBatch, _ fields: RowFields, _ slices: ParallelSlices) async throws {
        let parts = try await slices.map(batch.rows.count) { slice in
            var tally = LabelTally()
            let rows = try slice.map { number in
                let row = try fields.row(batch, number)
                let labels = try fields.labels(of: row)
                tally.add(skills: labels[0], topics: labels[1])
                return row
            }
            return (rows: rows, tally: tally)
        }
        for part in parts {
            labels.merge(part.tally)
            for row in part.rows { row.withText { sample.offer($0) } }
            rows += part.rows.count
        }
    }
}
