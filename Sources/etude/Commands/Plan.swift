import ArgumentParser
import EtudeCore
import EtudePipeline

/// `etude plan`: what a run would do, without calling a model.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Resolve a pipeline without calling a model: spaces, capacity, rows, the first prompt, expected calls."
    )

    @OptionGroup var options: PipelineOptions

    @Option(
        name: .customLong("acceptance"),
        help: ArgumentHelp(
            "The share of drafts that you expect to be accepted, by k.",
            discussion:
                "For example --acceptance 1=0.9,2=0.7,3=0.5. Without it, what an earlier run of this output folder saw; else 1.",
            valueName: "k=share,…"
        )
    )
    var acceptance: String?

    @Option(help: "How to print: text or json.")
    var format: OutputFormat = .text

    func run() throws {
        try Exit.guarding {
            let plan = try options.plan()
            let overview = try PlanOverview(plan, acceptance: acceptance.map(Acceptance.parse))
            switch format {
            case .text: Terminal.print(overview.text)
            case .json: Terminal.print(overview.json.canonicalText)
            }
        }
    }

    private typealias Acceptance = PlanOverview.Acceptance
}
