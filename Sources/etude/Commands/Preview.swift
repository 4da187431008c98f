import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude preview`: a few rows on the terminal.
struct Preview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a few rows to the terminal; answers go into the journal, nothing else to disk."
    )

    @OptionGroup var options: PipelineOptions

    @Option(name: .customShort("n"), help: "How many candidates to show.")
    var count = 5

    @Flag(help: "Ask no server: journal and built-in models only.")
    var offline = false

    @Option(help: "How to print: text or json (one row a line).")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            guard count > 0 else { throw EtudeError(.usage, "`-n` should be above 0.") }
            let preview = PipelinePreview(plan: try options.plan(), isOffline: offline)
            for sample in try await preview.samples(count) {
                switch format {
                case .text: Terminal.print(Terminal.visible(sample.text) + "\n")
                case .json: Terminal.print(sample.json.canonicalText)
                }
            }
        }
    }
}
