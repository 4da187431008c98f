import EtudeCore
public import EtudeFlow
import EtudeGenerate
import EtudeHTTP
import EtudeJudge
import EtudePublish
import EtudeSample
import EtudeStore

/// The main job: fetches, decides and publishes; the same call resumes a run that was stopped.
public struct PipelineRun: Sendable {
    /// The version that manifests name.
    public static let toolVersion = "0.1.0"

    /// What is made.
    public let plan: PipelinePlan
    /// Whether only the journal and built-in models are asked.
    public let isOffline: Bool
    /// Closing it stops the run: nothing more is sent, what is in flight is kept.
    public let gate: StopGate
    /// What others may see of the run.
    public let monitor: RunMonitor
    /// Called once the run holds the output folder, before it asks anybody.
    public var begins: @Sendable () -> Void = {}

    /// A run of a plan.
    public init(plan: PipelinePlan, isOffline: Bool = false) {
        self.init(plan: plan, isOffline: isOffline, gate: StopGate(), monitor: RunMonitor())
    }

    init(plan: PipelinePlan, isOffline: Bool, gate: StopGate, monitor: RunMonitor) {
        self.plan = plan
        self.isOffline = isOffline
        self.gate = gate
        self.monitor = monitor
    }

    /// Runs to the end, or until the gate is closed.
    ///
    /// - Returns: what it came to.
    /// - Throws: ``EtudeError`` where it could not go on; everything paid for is kept.
    public func run() async throws -> RunReport {
        let folder = try OutputFolder(plan.spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        return try await run(in: folder)
    }

    /// Runs in a folder whose lock the caller holds.
    ///
    /// - Parameters:
    ///   - folder: the output folder.
    ///   - carried: the rows of the release that the plan goes on from; nil for a plan that begins anew.
    /// - Returns: what it came to.
    /// - Throws: ``EtudeError`` where it could not go on.
    func run(in folder: OutputFolder, carrying carried: CarriedRows? = nil) async throws -> RunReport {
        let ledger = try folder.ledger()
        let journal = try folder.journal()
        defer { try? journal.close() }
        if let repair = journal.repair { monitor.meter.changed(repair) }
        begins()
        let connections = try HTTPService(plan.spec)
        do {
            let batches = try await collectedBatches(folder, journal, connections)
            if carried == nil, let current = try folder.current(), current.manifest.planHash == plan.hash,
                current.manifest.isComplete || ledger.releases.last?.kind == .refresh
            {
                try await connections.shutdown()
                return try await indexed(finishedAlready(current), in: folder, isNew: false)
            }
            let budget = try BudgetOpening(spec: plan.spec.budget)
                .budget(journal, beginning: ledger.beginning(of: plan))
            if let budget { try await batches.observe(budget) }
            let services = RunServices(
                journal: journal,
                gate: gate,
                meter: monitor.meter,
                missing: MissingAnswers(),
                connections: connections,
                budget: budget,
                isOffline: isOffline,
                batches: batches
            )
            let result = try await run(
                folder: folder,
                ledger: ledger,
                journal: journal,
                services: services,
                carrying: carried
            )
            try await connections.shutdown()
            return result
        } catch is CancellationError where gate.reason != nil {
            // The grace period is over: what is in flight is given up, everything journaled is kept.
            try await connections.shutdown()
            return report(.stopped(gate.reason ?? .interrupted))
        } catch {
            try? await connections.shutdown()
            throw error
        }
    }

    /// The batches of the folder; what providers have done is in the journal.
    private func collectedBatches(
        _ folder: OutputFolder,
        _ journal: Journal,
        _ connections: HTTPService
    ) async throws -> BatchSteps {
        let sink = BatchSink(journal, meter: monitor.meter, spec: plan.spec)
        let steps = try BatchSteps(directory: folder.path, run: plan.spec.name, sink: sink) { [plan] block in
            try BatchSeat(block: block, of: plan.spec, service: connections)
        }
        guard !isOffline else { return steps }
        try await steps.collect()
        await show(steps)
        return steps
    }

    /// Shows what the batches have come to; what a provider refuses for good stops the run.
    private func show(_ batches: BatchSteps) async {
        let summary = await batches.summary
        monitor.show(summary)
        if let refusal = summary.refusals.first { gate.close(.refused(refusal)) }
    }

    private func run(
        folder: OutputFolder,
        ledger: Ledger,
        journal: Journal,
        services: RunServices,
        carrying carried: CarriedRows?
    ) async throws -> RunReport {
        let models = try ModelFactory(plan: plan, services: services)
        let watch = Task { [gate, monitor, plan] in
            await RunWatch(stop: plan.spec.stop, gate: gate, monitor: monitor) { models.isWaiting }.run()
        }
        defer { watch.cancel() }
        let fetcher = try CandidateFetcher(plan: plan, models: models)
        let release = ledger.nextRelease(for: plan)
        let texts = try SpooledTexts(directory: folder.path)
        var decider = try plan.decider(release: release, texts: texts, carrying: carried)
        var spools = try DecisionSpools(plan: plan, directory: folder.path, carrying: carried)
        var measures = MeasureBook(plan.spec.judge)
        try drain(&decider, into: &spools, &measures)
        try await BoundedFanOut(width: models.width).run(
            next: { gate.reason == nil ? decider.next() : nil },
            perform: { try await fetcher.fetch($0) },
            receive: { fetched in
                guard let outcome = fetched.outcome else { return }
                if let note = fetched.note { measures.note(note, of: fetched.candidate) }
                try decider.answer(fetched.candidate, outcome)
                try drain(&decider, into: &spools, &measures)
            }
        )
        if carried != nil, gate.reason?.allowsPublishing == true {
            // What is decided by now is published; what was answered beyond it serves the next refresh.
            decider.stop()
            try drain(&decider, into: &spools, &measures)
        }
        let publisher = ReleasePublisher(
            plan: plan,
            folder: folder,
            ledger: ledger,
            release: release,
            carried: carried?.counts ?? [:],
            run: self
        )
        var exposure: JSONValue?
        var isSurveyed = true
        if gate.reason == nil, decider.isFinished, try publisher.refusal(decider.books) == nil,
            let survey = ExposureSurvey(plan, models: models, spools: spools)
        {
            exposure = try await survey.measure(until: gate)
            isSurveyed = exposure != nil
        }
        try await services.missing.write(
            to: plan.spec.models.compactMap { try $0.missing.map { try plan.spec.resolve($0) } }
        )
        if let reason = gate.reason, carried == nil || !reason.allowsPublishing { return report(.stopped(reason)) }
        guard decider.isFinished, isSurveyed || gate.reason != nil else {
            return try await unfinished(services)
        }
        for books in decider.books where !books.balance {
            throw EtudeError(
                .fault,
                "The books of \(books.split)/k\(books.k) do not balance: \(books.json.canonicalText)"
            )
        }
        let judging = measures.record(seed: plan.seed, warnings: ModelFamily.warnings(plan.spec).map(\.message))
        let report = try publisher.publish(
            spools,
            books: decider.books,
            decided: decider.decidedPlaces,
            judging: judging,
            exposure: exposure,
            journal: journal
        )
        return try await indexed(report, in: folder, isNew: true)
    }

    /// Sends what waits for a batch.
    private func unfinished(_ services: RunServices) async throws -> RunReport {
        if let batches = services.batches, !isOffline {
            try await batches.submit()
            await show(batches)
        }
        if let reason = gate.reason { return report(.stopped(reason)) }
        guard !monitor.batches.isPending else { return report(.pending) }
        guard monitor.batches.withheld == 0 else {
            let words = "The budget has no room for what \(monitor.batches.withheld) requests of a batch may cost."
            return report(.stopped(.budget(words)))
        }
        let missing = await services.missing.count
        return report(missing > 0 || isOffline ? .notRecorded(missing: missing) : .unanswered)
    }

    private func drain(
        _ decider: inout Decider<RowKeeper>,
        into spools: inout DecisionSpools,
        _ measures: inout MeasureBook
    ) throws {
        for decision in decider.takeDecisions() {
            try spools.append(decision)
            measures.count(decision.candidate)
        }
        for change in decider.takeChanges() {
            monitor.show(
                CellReport(cell: plan.cells[change.cell].cell, books: change.books, closing: change.closing)
            )
        }
    }

    /// A run that has been finished before: its release is verified, and nothing else happens.
    private func finishedAlready(_ current: OutputFolder.Current) throws -> RunReport {
        let verification = try ReleaseVerifier.verify(current.path)
        guard verification.isClean else { throw EtudeError(.data, verification.summary) }
        monitor.show(
            plan.cells.map { planned in
                let books = current.manifest.books.first { $0.split == planned.cell.split && $0.k == planned.cell.k }
                return CellReport(
                    cell: planned.cell,
                    books: books ?? CellBooks(split: planned.cell.split, k: planned.cell.k),
                    closing: "complete"
                )
            }
        )
        return report(
            .complete,
            release: current.path,
            digest: verification.digest,
            notes: ["This plan has been run before; its release was verified again."] + exposure(in: verification)
        )
    }

    /// What a finished release says of exposure, where the pipeline asks for it.
    private func exposure(in verification: Verification) -> [String] {
        guard plan.spec.exposure.mode != .off else { return [] }
        return verification.measured.first.map { [$0] } ?? [
            "Its exposure to held-out skills was not audited, and is only by the run that makes a release."
        ]
    }

    /// How long the run has taken so far.
    private var elapsed: Duration { monitor.start.duration(to: .now) }

    /// The same in milliseconds.
    var elapsedMilliseconds: Int {
        let (seconds, attoseconds) = elapsed.components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }

    func report(
        _ ending: RunReport.Ending,
        release: String? = nil,
        digest: String? = nil,
        notes: [String] = []
    ) -> RunReport {
        RunReport(
            ending: ending,
            cells: monitor.cells,
            readings: monitor.meter.readings,
            currencies: Dictionary(
                uniqueKeysWithValues: plan.spec.models.compactMap { model in
                    model.price.map { (model.name, $0.currency) }
                }
            ),
            elapsed: elapsed,
            release: release,
            digest: digest,
            batches: monitor.batches,
            notes: notes
        )
    }
}
