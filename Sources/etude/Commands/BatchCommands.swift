import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude batch …`: what was sent to providers as batches.
struct BatchCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "List or cancel the batches of a pipeline.",
        subcommands: [BatchListCommand.self, BatchCancelCommand.self]
    )

    /// Prints batches.
    static func show(_ entries: [BatchSummary.Entry], as format: OutputFormat) {
        for entry in entries {
            switch format {
            case .text: Terminal.print(Terminal.visible(entry.text))
            case .json: Terminal.print(entry.json.canonicalText)
            }
        }
    }
}
