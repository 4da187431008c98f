import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude status`: where a run or release stands.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say where a pipeline's output stands: the lock, the journal, the releases."
    )

    @OptionGroup var options: PipelineOptions

    @Flag(help: "List the decided drafts of the current release that were not published, with their reasons.")
    var rejected = false

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let spec = try options.spec()
            let status = try OutputStatus(spec)
            switch format {
            case .text: Terminal.print(status.text)
            case .json: Terminal.print(status.json.canonicalText)
            }
            guard rejected else { return }
            try status.eachRejected { Terminal.print(Terminal.visible($0)) }
        }
    }
}
