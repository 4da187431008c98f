import ArgumentParser
import EtudePipeline

/// `etude refresh`: a further release of the same dataset.
struct Refresh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the next release of the dataset: rows stand, and `refresh.grow` says how many are added.",
        discussion: """
            No combination is drawn twice, no text near to an earlier one enters, and what was held out never trains. \
            In a folder without a release it makes the first one. Stopped by the budget or the deadline, it publishes the rows \
            decided by then. \(RunOptions.exitCodes)
            """
    )

    @OptionGroup var options: PipelineOptions
    @OptionGroup var runOptions: RunOptions

    func run() async throws {
        try await Exit.guarding {
            var refresher = PipelineRefresh(
                spec: try options.spec(runOptions.settings),
                isOffline: runOptions.offline
            )
            refresher.begins = { [runOptions] plan in runOptions.warn(of: plan) }
            try await runOptions.work(refresher.gate, refresher.monitor) { [refresher] in try await refresher.run() }
        }
    }
}
