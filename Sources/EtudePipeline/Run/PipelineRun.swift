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
    public let gate = StopGate()
    /// What others may see of the run.
    public let monitor = RunMonitor()

    /// A run of a plan.
    public init(plan: PipelinePlan, isOffline: Bool = false) {
        self.plan = plan
        self.isOffline = isOffline
    }

    /// Runs to the end, or until the gate is closed.
    ///
    /// - Returns: what it came to.
    /// - Throws: ``EtudeError`` where it could not go on; everything paid for is kept.
    public func run() async throws -> RunReport {
        let folder = try OutputFolder(plan.spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        let ledger = try folder.ledger()
        if let current = try folder.current(), current.manifest.planHash == plan.hash, current.manifest.isComplete {
            return try finishedAlready(current)
        }
        let journal = try folder.journal()
        let service = HTTPService(connections: plan.spec.models.map(\.concurrency).reduce(0, +))
        let missing = MissingAnswers()
        let result: RunReport
        do {
            result = try await run(folder: folder, ledger: ledger, journal: journal, service: service, missing: missing)
        } catch is CancellationError where gate.reason != nil {
            // The grace period is over: what is in flight is given up, everything journaled is kept.
            result = report(.stopped(gate.reason ?? .interrupted))
        } catch {
            try? await service.shutdown()
            try? journal.close()
            throw error
        }
        try await service.shutdown()
        try journal.close()
        return result
    }

    private func run(
        folder: OutputFolder,
        ledger: Ledger,
        journal: Journal,
        service: HTTPService,
        missing: MissingAnswers
    ) async throws -> RunReport {
        let models = ModelFactory(
            plan: plan,
            journal: journal,
            gate: gate,
            meter: monitor.meter,
            isOffline: isOffline,
            service: service,
            missing: missing
        )
        let fetcher = try CandidateFetcher(plan: plan, models: models)
        let release = ledger.nextRelease(for: plan)
        var spools = try DecisionSpools(plan: plan, directory: folder.path)
        var decider = try plan.decider(release: release)
        try drain(&decider, into: &spools)
        try await BoundedFanOut(width: models.width).run(
            next: { gate.reason == nil ? decider.next() : nil },
            perform: { try await fetcher.fetch($0) },
            receive: { fetched in
                guard let outcome = fetched.outcome else { return }
                decider.answer(fetched.candidate, outcome)
                try drain(&decider, into: &spools)
            }
        )
        try await missing.write(to: plan.spec.models.compactMap { $0.missing.map(plan.spec.resolve) })
        if let reason = gate.reason { return report(.stopped(reason)) }
        guard decider.isFinished else { return report(.notRecorded(missing: await missing.count)) }
        for books in decider.books where !books.balance {
            throw EtudeError(
                .fault,
                "The books of \(books.split)/k\(books.k) do not balance: \(books.json.canonicalText)"
            )
        }
        return try ReleasePublisher(plan: plan, folder: folder, ledger: ledger, release: release, run: self)
            .publish(spools, books: decider.books, journal: journal)
    }

    private func drain(_ decider: inout Decider<RowKeeper>, into spools: inout DecisionSpools) throws {
        for decision in decider.takeDecisions() { try spools.append(decision) }
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
            notes: ["This plan has been run before; its release was verified again."]
        )
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
            elapsed: monitor.start.duration(to: .now),
            release: release,
            digest: digest,
            notes: notes
        )
    }
}
