import ArgumentParser

/// `etude evaluate …`: SKILL-MIX(k) of models.
struct EvaluateCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compute the metrics of SKILL-MIX(k).",
        subcommands: [EvaluateScoreCommand.self]
    )
}
