import EtudeCore
import EtudeFlow
import EtudeHTTP
import EtudeStore

/// The models of a pipeline, opened for a command other than `run`: a preview, marks, an evaluation.
///
/// Answers go into the journal of the pipeline's output folder, under its lock; where no request leaves this process nothing
/// is opened or written but the requests that a recording does not answer. A batch may take a day, for which such a command
/// does not wait.
struct ModelSession: Sendable {
    let plan: PipelinePlan
    let models: ModelFactory
    let gate: StopGate
    let meter: CallMeter

    /// Opens the models, does the work, and closes them.
    ///
    /// - Parameters:
    ///   - plan: the pipeline.
    ///   - blocks: the model blocks that may be asked.
    ///   - isOffline: whether only the journal and built-in models are asked.
    ///   - gate: closing it stops the work: nothing more is sent, what is in flight is kept.
    ///   - meter: what counts the calls.
    ///   - work: the work.
    /// - Returns: what the work returns.
    /// - Throws: ``EtudeError`` where a model refuses for good, or the journal cannot be written; what the work throws.
    static func open<Result>(
        _ plan: PipelinePlan,
        blocks: [String],
        isOffline: Bool,
        gate: StopGate = StopGate(),
        meter: CallMeter = CallMeter(),
        work: (ModelSession) async throws -> Result
    ) async throws -> Result {
        let asked = blocks.compactMap(plan.spec.model)
        if !isOffline { try refuseBatches(asked, in: plan.spec) }
        guard asked.contains(where: \.provider.isRemote) else {
            return try await open(plan, blocks, isOffline, gate, meter, journal: nil, work)
        }
        let folder = try OutputFolder(plan.spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        try OutputFolder.ledger(plan.spec)
        let journal = try folder.journal()
        defer { try? journal.close() }
        return try await open(plan, blocks, isOffline, gate, meter, journal: journal, work)
    }

    private static func open<Result>(
        _ plan: PipelinePlan,
        _ blocks: [String],
        _ isOffline: Bool,
        _ gate: StopGate,
        _ meter: CallMeter,
        journal: Journal?,
        _ work: (ModelSession) async throws -> Result
    ) async throws -> Result {
        let connections = try HTTPService(plan.spec)
        let missing = MissingAnswers()
        let recordings = try blocks.compactMap { try plan.spec.model($0)?.missing.map { try plan.spec.resolve($0) } }
        do {
            let services = RunServices(
                journal: journal,
                gate: gate,
                meter: meter,
                missing: missing,
                connections: connections,
                budget: try journal.flatMap { try BudgetOpening(spec: plan.spec.budget).budget($0, beginning: 0) },
                isOffline: isOffline,
                batches: nil
            )
            let models = try ModelFactory(plan: plan, services: services, blocks: blocks)
            let session = ModelSession(plan: plan, models: models, gate: gate, meter: meter)
            let result: Swift.Result<Result, any Error>
            do { result = .success(try await work(session)) } catch { result = .failure(error) }
            try await missing.write(to: recordings)
            let value = try result.get()
            try await connections.shutdown()
            return value
        } catch {
            try? await connections.shutdown()
            guard error is StoppedError || error is CancellationError, let reason = gate.reason else { throw error }
            throw EtudeError(RunReport.code(of: reason), reason.words)
        }
    }

    private static func refuseBatches(_ blocks: [ModelSpec], in spec: PipelineSpec) throws(EtudeError) {
        guard let model = blocks.first(where: \.batch) else { return }
        throw EtudeError(
            .config,
            """
            The model block `\(model.name)` is asked in batches, for which this command cannot wait; \
            `--set models.\(model.name).batch=false` asks it at once.
            """,
            at: Place(file: spec.file, key: "models.\(model.name).batch")
        )
    }
}
