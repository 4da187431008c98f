import ArgumentParser
import EtudeCore
import EtudeJudge
import EtudePipeline

/// `etude evaluate FILE`: SKILL-MIX(k) of any model.
struct EvaluateRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Have students write, and judges grade what they wrote.",
        discussion: """
            Answers go into the journal of the pipeline's output folder; the same command resumes an evaluation that was \
            stopped. The options replace what the file's block `evaluate` says.
            """
    )

    @OptionGroup var pipeline: PipelineOptions

    @Option(help: ArgumentHelp("The model blocks that are evaluated.", valueName: "block,…"))
    var students: String?

    @Option(help: ArgumentHelp("The model blocks that grade, each for a table of its own.", valueName: "block,…"))
    var judges: String?

    @Option(help: ArgumentHelp("How many skills are combined: 2,3,4,5 by default.", valueName: "k,…"))
    var k: String?

    @Option(
        help: ArgumentHelp("Where skills and topics are drawn from: train, held-out, any.", valueName: "setting,…")
    )
    var settings: String?

    @Option(help: "Combinations of a setting and k: 100 by default.")
    var combinations: Int?

    @Option(help: "Texts of a combination: 3 by default.")
    var generations: Int?

    @Option(help: "How often each judge grades a text: 3 by default.")
    var gradings: Int?

    @Option(
        name: .customLong("protocol"),
        help: ArgumentHelp("How students are asked: row, as training rows ask, or paper, in two turns.")
    )
    var conversation: String?

    @Option(
        help: ArgumentHelp(
            "A release whose reserved requests are asked, in place of drawn combinations.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var release: String?

    @Option(help: "The split of the release; by default its only split of requests.")
    var split: String?

    @Flag(name: .customLong("all-k"), help: "Skip no k, though full marks fell under 0.05 at a smaller one.")
    var allK = false

    @OptionGroup var report: ReportOptions

    @Option(
        name: [.customShort("o"), .customLong("records")],
        help: ArgumentHelp(
            "Also write every text with its gradings, for `etude evaluate score`.",
            valueName: "file.jsonl"
        ),
        completion: .file()
    )
    var records: String?

    @Flag(help: "Ask no server: journal and built-in models only.")
    var offline = false

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    @Option(help: "Seconds that a stop waits for what is in flight.")
    var grace = 30

    /// What the options say, as settings of the pipeline file.
    private var overrides: [String] {
        let lists = [("students", students), ("judges", judges), ("k", k), ("settings", settings)]
        let words: [(String, String?)] = [
            ("combinations", combinations.map(String.init)), ("generations", generations.map(String.init)),
            ("gradings", gradings.map(String.init)), ("protocol", conversation),
            ("sentence_rule", report.sentenceRule?.rawValue),
        ]
        return (lists.map { ($0, $1.map { "[\($0)]" }) } + words).compactMap { key, value in
            value.map { "evaluate.\(key)=\($0)" }
        }
    }

    func run() async throws {
        try await Exit.guarding {
            guard grace >= 0 else { throw EtudeError(.usage, "`--grace` should not be negative.") }
            let plan = try pipeline.plan(overrides)
            var options = Evaluation.Options(isOffline: offline)
            options.release = release
            options.split = split
            options.allK = allK
            options.report = try report.options()
            options.report.novelty = try options.report.novelty ?? plan.noveltyBound()
            options.report.rules.sentenceRule = plan.spec.evaluate.sentenceRule
            let evaluation = Evaluation(plan: plan, options: options)
            let result = try await RunFrontend(
                gate: evaluation.gate,
                monitor: evaluation.monitor,
                style: progress,
                grace: .seconds(grace),
                unit: "texts"
            ).run { try await evaluation.run() }
            if let records { try EvaluationRecords.write(result.texts, to: records) }
            report.format.print(try result.report())
        }
    }
}
