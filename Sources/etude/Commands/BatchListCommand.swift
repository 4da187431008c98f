import ArgumentParser
import EtudePipeline

/// `etude batch list`: how every batch is doing.
struct BatchListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Say how every batch is doing; the providers of those that are open are asked."
    )

    @OptionGroup var options: PipelineOptions

    @Option(help: "How to print: text or json (one batch a line).")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            let spec = try options.spec()
            let entries = try await PipelineBatches(spec).list()
            BatchCommands.show(entries, as: format)
            if entries.isEmpty { Terminal.say("\(spec.name) has sent no batches.") }
        }
    }
}
