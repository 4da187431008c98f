import ArgumentParser
import EtudeCore
import EtudeFlow
import EtudePipeline

/// What every command takes that makes a release.
struct RunOptions: ParsableArguments {
    /// What a command's help says of its exit codes.
    static let exitCodes = """
        Exit codes: 0 done; 2 finished short of the rows asked for; 3 stopped by the budget or the deadline; 64 wrong usage; 65 bad content of a file; 69 a provider \
        is down or refuses; 74 reading or writing failed; 75 another run holds the lock; 78 the pipeline file is wrong; \
        130 and 143 interrupted: everything paid for is kept.
        """

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

    /// The settings that the options stand for.
    var settings: [String] { deadline.map { ["stop.deadline=\($0)"] } ?? [] }

    func validate() throws {
        guard grace >= 0 else { throw ValidationError("`--grace` should not be negative.") }
    }

    /// Says what is doubtful of a division, which stands for ever, before anything is paid for.
    func warn(of plan: PipelinePlan) {
        guard !quiet else { return }
        for warning in plan.divisionWarnings { Terminal.say("etude: \(Terminal.visible(warning.description))") }
    }

    /// Works in front of a person, prints what it came to, and ends with its exit code.
    func work(
        _ gate: StopGate,
        _ monitor: RunMonitor,
        _ work: @escaping @Sendable () async throws -> RunReport
    ) async throws {
        let report = try await RunFrontend(
            gate: gate,
            monitor: monitor,
            style: quiet ? .none : progress,
            grace: .seconds(grace)
        ).run(work)
        if !quiet || report.exitCode != nil {
            switch format {
            case .text: Terminal.say(RunSummary(report).text)
            case .json: Terminal.print(RunSummary(report).json.canonicalText)
            }
        }
        if let code = report.exitCode { throw ExitCode(code.rawValue) }
    }
}
