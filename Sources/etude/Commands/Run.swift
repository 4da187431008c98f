import ArgumentParser
import EtudePipeline

/// `etude run`: the main job.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the dataset; the same command resumes a run that was stopped.",
        discussion: RunOptions.exitCodes
    )

    @OptionGroup var options: PipelineOptions
    @OptionGroup var runOptions: RunOptions

    func run() async throws {
        try await Exit.guarding {
            let plan = try options.plan(runOptions.settings)
            var runner = PipelineRun(plan: plan, isOffline: runOptions.offline)
            runner.begins = { [runOptions] in runOptions.warn(of: plan) }
            try await runOptions.work(runner.gate, runner.monitor) { [runner] in try await runner.run() }
        }
    }
}
