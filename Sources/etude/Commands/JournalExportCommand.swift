import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude journal export`: the journal as JSON Lines.
struct JournalExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a pipeline's journal as JSON Lines.",
        discussion: """
            The lines can be imported into another journal, and serve as the `answers` of a model with `provider: replay`.
            """
    )

    @OptionGroup var options: PipelineOptions

    @Option(
        name: .shortAndLong,
        help: "The file to write, gzipped if its name ends with .gz; without it, standard output.",
        completion: .file()
    )
    var output: String?

    func run() throws {
        try Exit.guarding {
            let spec = try options.spec()
            let repair = try PipelineJournal(spec).export(to: output)
            if let repair { Terminal.say(Terminal.visible(repair)) }
        }
    }
}
