import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude catalog extract FILE`: skills that a model proposes.
struct CatalogExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Have a model propose skills, for a person to look through.",
        discussion: """
            The file's block `extract` names the model and the ways: `instructions` (topics of instructions, the skills of each, \
            and query types, as in Instruct-SkillMix), `dataset` (the skills that rows of a file show, grouped by meaning), \
            `subjects` (the basic skills of subjects, as in Skills-in-Context). Answers go into the journal of the pipeline's \
            output folder; the same command resumes an extraction that was stopped, and pays for nothing twice.

            Every entry that is written says `proposed: true`, and no pipeline uses it until that line is taken away. Query types \
            are written beside the catalog.

            Exit codes: 3 the budget or the deadline stopped it; 65 a row has no such field, or nothing was proposed that could \
            be kept; 69 an answer is still missing.
            """
    )

    @OptionGroup var pipeline: PipelineOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The catalog to write; by default proposals.yaml in the output folder.",
            valueName: "file.yaml"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var output: String?

    @Flag(name: .shortAndLong, help: "Replace a file that exists.")
    var force = false

    @Flag(help: "Ask no server: the journal only.")
    var offline = false

    @Option(help: "Progress on standard error: auto, plain, none or json.")
    var progress: ProgressStyle = .auto

    @Option(help: "Seconds that a stop waits for what is in flight.")
    var grace = 30

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    func run() async throws {
        try await Exit.guarding {
            guard grace >= 0 else { throw EtudeError(.usage, "`--grace` should not be negative.") }
            let plan = try pipeline.plan()
            let file = output ?? "\(plan.spec.output.directory)/proposals.yaml"
            if !force { try ExtractionResult.refuseExisting(file) }
            let extraction = Extraction(plan: plan, isOffline: offline)
            let result = try await RunFrontend(
                gate: extraction.gate,
                monitor: extraction.monitor,
                style: progress,
                grace: .seconds(grace),
                unit: "answers"
            ).run { try await extraction.run() }
            let files = try result.write(to: file)
            Terminal.print(format == .json ? result.books.json.canonicalText : Terminal.visible(result.books.text))
            Terminal.say("etude: wrote \(files.joined(separator: " and ")); look through it before you use it.")
        }
    }
}
