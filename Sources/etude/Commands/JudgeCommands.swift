import ArgumentParser

/// `etude judge …`: marks for texts that the user already has, and how far marks can be trusted.
struct JudgeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract: "Mark texts that you already have, or measure the judges against people.",
        discussion: "`etude judge FILE` is short for `etude judge texts FILE`.",
        subcommands: [JudgeTextsCommand.self, JudgeCalibrateCommand.self, JudgeAuditCommand.self],
        defaultSubcommand: JudgeTextsCommand.self
    )
}
