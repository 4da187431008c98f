import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude journal stats`: what the journal holds.
struct JournalStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Say what a pipeline's journal holds: answers, failed tries, tokens, seconds and cost."
    )

    @OptionGroup var options: PipelineOptions

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let spec = try options.spec()
            let contents = try PipelineJournal(spec).contents()
            if let repair = contents.repair { Terminal.say(Terminal.visible(repair)) }
            switch format {
            case .text: Terminal.print(Terminal.visible(text(contents)))
            case .json: Terminal.print(contents.json.canonicalText)
            }
        }
    }

    private func text(_ contents: JournalContents) -> String {
        guard !contents.rows.isEmpty else { return "The journal \(contents.path) holds nothing yet." }
        var table = TextTable(header: JournalContents.header)
        for row in contents.rows { table.add(row) }
        return ([table.text, ""] + contents.outcomes).joined(separator: "\n")
    }
}
