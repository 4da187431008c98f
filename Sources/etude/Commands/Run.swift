import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude run`: the main job.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the dataset; the same command resumes a run that was stopped.",
        discussion: """
            Exit codes: 0 done; 2 finished short of the rows asked for; 3 stopped by the budget or the deadline; 64 wrong usage; 65 bad content of a file; 69 a provider \
            is down or refuses; 74 reading or writing failed; 75 another run holds the lock; 78 the pipeline file is wrong; \
            130 and 143 interrupted: everything paid for is kept.
            """
    )

    @OptionGroup var options: PipelineOptions

    @Flag(help: "Ask no server: journal and built-in models only.")
    var offline = false

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    @Flag(help: "Say nothing on success.")
    var quiet = false

    @Option(help: "Seconds that a stop waits for what is in flight.")
    var grace = 30

    @Option(help: "Seconds after which the run stops by itself; the same as --set stop.deadline=….")
    var deadline: Int?

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            guard grace >= 0 else { throw EtudeError(.usage, "`--grace` should not be negative.") }
            let plan = try options.plan(deadline.map { ["stop.deadline=\($0)"] } ?? [])
            var runner = PipelineRun(plan: plan, isOffline: offline)
            if !quiet {
                // A division stands for ever: what is doubtful of it is said before anything is paid for.
                runner.begins = {
                    for warning in plan.divisionWarnings {
                        Terminal.say("etude: \(Terminal.visible(warning.description))")
                    }
                }
            }
            let report = try await RunFrontend(
                gate: runner.gate,
                monitor: runner.monitor,
                style: quiet ? .none : progress,
                grace: .seconds(grace)
            ).run { [runner] in try await runner.run() }
            if !quiet || report.exitCode != nil {
                switch format {
                case .text: Terminal.say(RunSummary(report).text)
                case .json: Terminal.print(RunSummary(report).json.canonicalText)
                }
            }
            if let code = report.exitCode { throw ExitCode(code.rawValue) }
        }
    }
}
