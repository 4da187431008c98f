import EtudeCore
public import EtudeFlow
import EtudePublish
import EtudeSample

/// The further job: goes on from the current release to the next one of the same dataset.
///
/// Rows stand: those of the release before are carried on byte for byte, and what is added repeats no combination and is near
/// to none of them. In a folder without a release it makes the first.
public struct PipelineRefresh: Sendable {
    /// The pipeline.
    public let spec: PipelineSpec
    /// Whether only the journal and built-in models are asked.
    public let isOffline: Bool
    /// Closing it stops the refresh: nothing more is sent, what is in flight is kept.
    public let gate = StopGate()
    /// What others may see of the refresh.
    public let monitor = RunMonitor()
    /// Called with the plan once the refresh holds the output folder, before it asks anybody.
    public var begins: @Sendable (PipelinePlan) -> Void = { _ in }

    /// A refresh of a pipeline's dataset.
    public init(spec: PipelineSpec, isOffline: Bool = false) {
        self.spec = spec
        self.isOffline = isOffline
    }

    /// Refreshes to the end, or until the gate is closed.
    ///
    /// - Returns: what it came to; one that the budget or the deadline stopped publishes the rows decided by then.
    /// - Throws: ``EtudeError`` where it could not go on, or where the pipeline file would break the series; everything paid
    ///   for is kept.
    public func run() async throws -> RunReport {
        let folder = try OutputFolder(spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        guard let series = try Series(folder) else {
            return try await course(try PipelinePlan.resolve(spec)).run(in: folder)
        }
        try SeriesRules(spec, series).check()
        let carried = try CarriedRows(series, directory: folder.path)
        let plan = try PipelinePlan.resolve(spec, after: series, carrying: carried)
        guard plan.cells.contains(where: { $0.cell.rows > 0 }) else {
            begins(plan)
            return course(plan).report(
                .complete,
                release: series.release.folder,
                digest: series.manifest.digest,
                notes: ["Nothing is to be added: `refresh.grow` says how many rows each refresh adds."]
            )
        }
        return try await course(plan).run(in: folder, carrying: carried)
    }

    private func course(_ plan: PipelinePlan) -> PipelineRun {
        var run = PipelineRun(plan: plan, isOffline: isOffline, gate: gate, monitor: monitor)
        run.begins = { [begins] in begins(plan) }
        return run
    }
}
