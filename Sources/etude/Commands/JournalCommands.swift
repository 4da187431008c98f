import ArgumentParser

/// `etude journal …`: work on the paid answers of a pipeline.
struct JournalCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Count, export or import the paid answers of a pipeline.",
        subcommands: [JournalStatsCommand.self, JournalExportCommand.self, JournalImportCommand.self]
    )
}
