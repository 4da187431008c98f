import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude judge FILE`: marks for texts of a file, or for those that arrive line by line.
struct JudgeTextsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "Mark texts by the rubric and panel of a pipeline: each line comes back with its marks.",
        discussion: """
            Each line is a JSON object that names skills and a topic and holds a text. It comes back with `marks` (as rows \
            have them), `accepted`, `score` (the share of the criteria that are met, from 0 to 1) and `code` (what code \
            found), in the same order. A field is a path of keys joined by dots. With --stdin every line is answered as soon \
            as it is its turn, so that a trainer can use the score as its reward. Exit codes: 0 every text has marks; 65 a \
            line is no text to be judged; 69 some texts have no marks, for which the same command asks again; others as for run.
            """
    )

    @Argument(
        help: "The file of JSON Lines, gzipped if its name ends with .gz; - is standard input.",
        completion: .file()
    )
    var input: String?

    @Flag(help: "Answer standard input line by line.")
    var stdin = false

    @Option(
        name: .shortAndLong,
        help: "The file to write, gzipped if its name ends with .gz; without it, standard output.",
        completion: .file()
    )
    var output: String?

    @OptionGroup var options: JudgeOptions

    @Flag(help: "Ask no further judge once the accept rule is settled, as a run does; other marks may be unknown.")
    var shortest = false

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    @Flag(help: "Say nothing on success.")
    var quiet = false

    func validate() throws {
        guard (input == nil) == stdin else { throw ValidationError("Give a file, or --stdin, and not both.") }
        guard !stdin || output == nil else { throw ValidationError("With --stdin answers go to standard output.") }
    }

    func run() async throws {
        try await Exit.guarding {
            let judging = TextJudging(
                plan: try options.plan(),
                mapping: options.mapping,
                isShort: shortest,
                isOffline: options.offline
            )
            let (input, output) = (input, output)
            let summary = try await RunFrontend(
                gate: judging.gate,
                monitor: judging.monitor,
                style: quiet || stdin ? .none : progress,
                grace: .seconds(options.grace),
                unit: "texts"
            ).run {
                guard let input else { return try await judging.serve() }
                return try await judging.judge(input, to: output)
            }
            if !quiet || summary.exitCode != nil {
                for complaint in summary.complaints { Terminal.say("etude: \(Terminal.visible(complaint))") }
                Terminal.say("etude: \(summary.text)")
            }
            if let code = summary.exitCode { throw ExitCode(code.rawValue) }
        }
    }
}
