import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude catalog frequency`: how often a corpus names skills and topics.
struct CatalogFrequencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequency",
        abstract: "Count how often a corpus names skills and topics.",
        discussion: """
            An entry is named by its name, its aliases and inflections, in any case and number, without diacritics and signs, \
            as whole words. Its occurrences are its names in all documents, without overlap; different entries may overlap.

            A file of JSON Lines (.jsonl, .ndjson or .json) has a document in the field --field of each line. Any other file is \
            one document or, with --lines, has one in each line; so has standard input, which is JSON Lines without. Blank \
            lines are none. Documents have at most 64 MiB.

            A pipeline takes the file --report as catalog.frequency, which drops what is too common, and as evaluate.frequency.

            Exit codes: 65 a line is no document.
            """
    )

    @Argument(help: "The files, gzipped where their names end with .gz; - is standard input.", completion: .file())
    var corpus: [String]

    @OptionGroup var catalog: CatalogOptions

    @Option(help: "The field of JSON Lines with the document.")
    var field = "text"

    @Flag(help: "Text has a document in each line.")
    var lines = false

    @Option(help: "The file for the counts as JSON; - is standard output.", completion: .file())
    var report: String?

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the counts: text, json or csv.")
    var format: FrequencyFormat = .text

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    func validate() throws {
        guard corpus.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("Only one file can be standard input.")
        }
    }

    func run() async throws {
        try await Exit.guarding {
            var job = CorpusFrequency(files: corpus, catalog: try catalog.selected().whole(), threads: threads.count)
            job.hasLines = lines
            job.field = field
            let frequency = try await FrequencyProgress(monitor: job.monitor, style: progress).run { [job] in
                try await job.run()
            }
            if let report { try frequency.write(to: report) }
            Terminal.print(format.text(of: frequency), besides: [report])
        }
    }
}

/// How counts are printed.
enum FrequencyFormat: String, ExpressibleByArgument, CaseIterable {
    /// A table for people.
    case text
    /// What the file of the report holds.
    case json
    /// Comma-separated values.
    case csv

    /// The counts in this form.
    func text(of report: FrequencyReport) -> String {
        switch self {
        case .text: Terminal.visible(table(of: report))
        case .json: report.json.canonicalText
        case .csv: report.csv
        }
    }

    /// Entries that are named, the most frequent first.
    private func table(of report: FrequencyReport) -> String {
        var table = TextTable(header: ["name", "documents", "share", "occurrences"])
        let named = report.lines.filter { $0.entry.documents > 0 }
        for line in named {
            let share = "\((line.share * 1e5).rounded() / 1e3)%"
            table.add([line.entry.name, "\(line.entry.documents)", share, "\(line.entry.occurrences)", line.kind])
        }
        let (skills, topics) = (named.count { $0.kind == "skill" }, named.count { $0.kind == "topic" })
        let summary =
            "\(report.documents) documents, \(report.bytes) bytes: \(skills) of \(report.skills.count) skills and "
            + "\(topics) of \(report.topics.count) topics are named."
        return named.isEmpty ? summary : "\(table.text)\n\n\(summary)"
    }
}
