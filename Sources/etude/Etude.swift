import ArgumentParser

/// The command line tool.
@main
struct Etude: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "etude",
        abstract: "Makes fine-tuning data in which language models combine skills.",
        discussion: """
            Etude draws k skills and a topic, has a teacher model write a short text that shows all k skills at once, has \
            judges mark every skill, removes duplicates, and publishes train and held-out splits as gzipped JSON Lines.

            Start with `etude init my.yaml`, look at it with `etude plan my.yaml`, and make it with `etude run my.yaml`.
            """,
        version: ToolVersion.text,
        subcommands: [
            Init.self, Plan.self, Check.self, Preview.self, Run.self, Refresh.self, Status.self, Verify.self,
            ReportCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "Files",
                subcommands: [
                    Dedup.self, Decontaminate.self, Split.self, Shard.self, Certify.self, Diversity.self,
                ]
            ),
            CommandGroup(name: "Catalogs", subcommands: [CatalogCommands.self]),
            CommandGroup(name: "Journals", subcommands: [JournalCommands.self]),
            CommandGroup(name: "Batches", subcommands: [BatchCommands.self]),
            CommandGroup(name: "Judging", subcommands: [JudgeCommands.self]),
            CommandGroup(name: "Evaluation", subcommands: [EvaluateCommands.self]),
        ]
    )
}
