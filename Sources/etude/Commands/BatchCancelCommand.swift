import ArgumentParser
import EtudePipeline

/// `etude batch cancel`: no more answers.
struct BatchCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Ask providers to answer no more of a batch; what is answered by then is collected by the next run."
    )

    @OptionGroup var options: PipelineOptions

    @Argument(help: "Numbers of batches, or the providers' names for them; without any, all that are open.")
    var ids: [String] = []

    @Option(help: "How to print: text or json (one batch a line).")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            let spec = try options.spec()
            let entries = try await PipelineBatches(spec).cancel(ids)
            BatchCommands.show(entries, as: format)
            if entries.isEmpty { Terminal.say("\(spec.name) has no open batches.") }
        }
    }
}
