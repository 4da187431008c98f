import ArgumentParser

/// `etude catalog …`: work on catalogs.
struct CatalogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "Lint, list or count skills and topics.",
        subcommands: [CatalogLintCommand.self, CatalogListCommand.self, CatalogFrequencyCommand.self]
    )
}

/// Which catalog a command is about.
struct CatalogOptions: ParsableArguments {
    @Option(help: "`shipped`, or a file of skills (YAML, or CSV with SKILL-MIX's columns).")
    var skills = "shipped"

    @Option(help: "`shipped`, or a file of topics (YAML, or one topic a line).")
    var topics = "shipped"
}
