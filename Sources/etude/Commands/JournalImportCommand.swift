import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude journal import`: exported journals, added to the journal.
struct JournalImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add exported journals to a pipeline's journal; what it has already is left as it is.",
        discussion: """
            Each file is added whole or, if a line is wrong, not at all. Exit codes: 65 a line is wrong; 75 a run holds the lock.
            """
    )

    @OptionGroup var options: PipelineOptions

    @Argument(
        help: "The exported journals, gzipped where their names end with .gz; - is standard input.",
        completion: .file()
    )
    var files: [String]

    func run() throws {
        try Exit.guarding {
            let spec = try options.spec()
            try PipelineJournal(spec).add(files) { Terminal.say(Terminal.visible($0)) }
        }
    }
}
