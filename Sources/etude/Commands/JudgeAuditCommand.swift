import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude judge audit`: accepted rows for a person to look at.
struct JudgeAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Draw accepted rows of a release into a file for a person to label.",
        discussion: """
            Each line holds a row with the definitions of its skills and, for each mark, `correct: null`, which the person \
            replaces by true or false. With `judge: { audit: FILE }` in the pipeline file, the next release says how many \
            of the accepted rows were rightly accepted.
            """
    )

    @Argument(help: "The release folder, such as Output/quickstart/current.", completion: .directory)
    var release: String

    @Option(name: .customShort("n"), help: "How many rows to draw.")
    var count = 100

    @Option(help: "What the draw follows from.")
    var seed = 1

    @Option(name: .shortAndLong, help: "The file to write; one that exists is never replaced.", completion: .file())
    var output: String

    func run() throws {
        try Exit.guarding {
            let drawn = try AuditDraw(release: release).write(count, seed: seed, to: output)
            Terminal.say("etude: \(drawn) rows drawn into \(Terminal.visible(output)).")
        }
    }
}
