import ArgumentParser

/// `etude evaluate …`: SKILL-MIX(k) of models.
struct EvaluateCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "SKILL-MIX(k) of any model, with the papers' metrics.",
        subcommands: [EvaluateRunCommand.self, EvaluateScoreCommand.self],
        defaultSubcommand: EvaluateRunCommand.self
    )
}
