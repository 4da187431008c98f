import ArgumentParser
import EtudeCore
import EtudeCurate
import EtudePipeline

/// `etude decontaminate`: any JSON Lines file without the items of benchmarks.
struct Decontaminate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove rows that hold items of benchmarks from any JSON Lines file.",
        discussion: """
            Texts are compared without case, diacritics and signs. A row is removed if it has a run of --n words in common with \
            an item. An item whose texts all have fewer words is looked for by its longest text, in runs of --short words, or \
            whole if it has no more; a row is removed if its runs cover the part --coverage of that text. Items of fewer than \
            \(OverlapSettings.leastWords) words are not looked for, and counted. Runs that stand in more than --most-texts \
            different texts of the benchmarks are ignored. A paraphrase or translation is not found.

            Benchmarks are JSON Lines (.jsonl, .ndjson or .json; all texts of a line, or those of --against-field), or text with \
            an item in each paragraph; .gz each.

            A line of the report is {"id", "benchmark", "matched", "items", "span"}: the removed row, how many items it holds, the \
            numbers of the first ten, and the longest run of folded words that it shares with them.

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

    @Option(parsing: .upToNextOption, help: "The benchmarks' files.", completion: .file())
    var against: [String]

    @Option(help: "The field of JSON Lines benchmarks whose texts count; without it, all texts.")
    var againstField: String?

    @Option(help: "The field with the text.")
    var text = "text"

    @Option(help: "The field with the id that the report names; without it, the line's number.")
    var id: String?

    @Flag(help: "Search whole rows, as their lines stand, instead of one field.")
    var wholeRow = false

    @Option(help: "How many words a run has.")
    var n = 13

    @Option(help: "How many words a run of an item with fewer than --n words has.")
    var short = 8

    @Option(help: "The part of such an item's words that a row must have, above 0 and at most 1.")
    var coverage = 0.5

    @Option(help: "Ignore runs that stand in more than so many different texts of the benchmarks.")
    var mostTexts = 10

    @Option(help: "The file for lines on each removed row.", completion: .file())
    var report: String?

    @Flag(help: "In the report, SHA-256 of what a row shares (span_sha256) instead of its words.")
    var hashSpans = false

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard !against.isEmpty else { throw ValidationError("--against names at least one file.") }
        guard OverlapSettings.leastWords <= short, short <= n else {
            throw ValidationError("--short is from \(OverlapSettings.leastWords) to --n.")
        }
        guard coverage > 0, coverage <= 1 else { throw ValidationError("--coverage lies above 0 and up to 1.") }
        guard mostTexts > 0 else { throw ValidationError("--most-texts is at least 1.") }
        guard !hashSpans || report != nil else { throw ValidationError("--hash-spans goes with --report.") }
    }

    func run() async throws {
        try await Exit.guarding {
            var job = FileDecontamination(
                input: input,
                output: output,
                benchmarks: against,
                overlap: OverlapSettings(n: n, short: short, coverage: coverage, mostTexts: mostTexts),
                threads: threads.count
            )
            job.benchmarkField = againstField
            job.text = wholeRow ? nil : text
            job.id = id
            job.report = report
            job.hidesSpans = hashSpans
            let counts = try await job.run()
            let figures = format == .json ? counts.json.canonicalText : counts.text
            Terminal.print(figures, besides: [output, report])
        }
    }
}
