import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude judge calibrate`: the judges beside a person.
struct JudgeCalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Measure the judges of a pipeline against a person's marks.",
        discussion: """
            Each line is one of `etude judge` with a person's marks: `labels`, an object of true or false by criterion as rows \
            name them, or `accepted` alone. Every judge marks in every round. Prints for each criterion kappa, precision, \
            recall, sensitivity, specificity and the pass rate corrected for the judges' errors, with intervals.
            """
    )

    @Argument(
        help: "The file of JSON Lines, gzipped if its name ends with .gz; - is standard input.",
        completion: .file()
    )
    var labels: String

    @OptionGroup var options: JudgeOptions

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            let calibration = TextCalibration(
                plan: try options.plan(),
                mapping: options.mapping,
                isOffline: options.offline
            )
            let labels = labels
            let report = try await RunFrontend(
                gate: calibration.gate,
                monitor: calibration.monitor,
                style: progress,
                grace: .seconds(options.grace),
                unit: "texts"
            ).run { try await calibration.run(labels) }
            switch format {
            case .text: Terminal.print(Terminal.visible(report.text))
            case .json: Terminal.print(report.json.canonicalText)
            }
            for warning in report.warnings { Terminal.say("etude: \(Terminal.visible(warning))") }
            if let code = report.exitCode { throw ExitCode(code.rawValue) }
        }
    }
}
