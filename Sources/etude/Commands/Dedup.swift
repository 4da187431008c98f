public import ArgumentParser
import EtudeCore
import EtudeCurate
import EtudePipeline
public import EtudeText

/// `etude dedup`: near duplicates of any JSON Lines file.
struct Dedup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove exact and near duplicates from any JSON Lines file.",
        discussion: """
            A row is dropped exactly if its text is near to that of a row kept before it. Texts are compared without case, \
            diacritics and signs; every pair that the index proposes is verified, and of the pairs right at the threshold it \
            proposes 99 in 100. The result is the same for any number of threads. Kept rows are copied byte for byte.

            A line of the report is {"id", "kept", "similarity", "shared"}: the dropped and the kept row, the Jaccard \
            similarity of their shingles, and the folded passages that consist of shared shingles.

            Exit codes: 65 a line is no JSON object or lacks the field.
            """
    )

    @Argument(help: "The file, gzipped if its name ends with .gz; - is standard input.", completion: .file())
    var input: String

    @Option(
        name: .shortAndLong,
        help: "The file for the kept rows, gzipped if its name ends with .gz; - is standard output.",
        completion: .file()
    )
    var output: String

    @Option(help: "The field with the text.")
    var text = "text"

    @Option(help: "The field with the id that the report names; without it, the line's number.")
    var id: String?

    @Flag(help: "Compare whole rows, as their lines stand, instead of one field.")
    var wholeRow = false

    @Option(help: "Compare only rows with the same value of this field, such as skills.")
    var within: String?

    @Option(help: "What the length of a shingle counts: words or characters.")
    var unit: Shingler.Unit = .words

    @Option(help: "How many units make a shingle.")
    var shingle = 5

    @Option(help: "The least Jaccard similarity of near texts, more than 0 and at most 1.")
    var threshold = 0.8

    @Option(
        help: """
            Texts of at most \(NearDuplicateSettings.maximumWords) words are near, too, if at most so many differ: 0 to 2.
            """
    )
    var wordsChanged = 0

    @Option(help: "The file for a line on each dropped row.", completion: .file())
    var report: String?

    @Option(help: "Keep, of near rows, the one with the greatest value of this field, not the first in the file.")
    var prefer: String?

    @Flag(help: "With --prefer, the least value instead.")
    var least = false

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        try near.validateOptions()
        guard !least || prefer != nil else { throw ValidationError("--least goes with --prefer.") }
    }

    private var near: NearDuplicateSettings {
        NearDuplicateSettings(unit: unit, shingle: shingle, threshold: threshold, wordsChanged: wordsChanged)
    }

    func run() async throws {
        try await Exit.guarding {
            var job = FileDeduplication(
                input: input,
                output: output,
                near: near,
                threads: threads.count
            )
            job.text = wholeRow ? nil : text
            job.within = within
            job.id = id
            job.report = report
            job.preference = prefer.map { RowPreference(field: $0, prefersGreatest: !least) }
            let counts = try await job.run()
            let figures = format == .json ? counts.json.canonicalText : counts.text
            Terminal.print(figures, besides: [output, report])
        }
    }
}

extension Shingler.Unit: ExpressibleByArgument {}
