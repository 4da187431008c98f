public import EtudeCore
import EtudeFlow
import EtudeHTTP
import EtudeSample
import EtudeStore

/// Shows what a pipeline would make: the first candidates, written and judged, without deciding or publishing anything.
public struct PipelinePreview: Sendable {
    /// A candidate with what came of it.
    public struct Sample: Sendable {
        /// For people.
        public let text: String
        /// For programs.
        public let json: JSONValue
    }

    private let plan: PipelinePlan
    private let isOffline: Bool

    /// A preview of a plan.
    public init(plan: PipelinePlan, isOffline: Bool) {
        self.plan = plan
        self.isOffline = isOffline
    }

    /// The first candidates of the cells in turn; paid answers go into the journal, where a run finds them.
    ///
    /// - Parameter count: how many.
    /// - Returns: the samples.
    /// - Throws: ``EtudeError`` where a model refuses for good, or the journal cannot be written.
    public func samples(_ count: Int) async throws -> [Sample] {
        try refuseBatches()
        let folder = try OutputFolder(plan.spec)
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        try OutputFolder.ledger(plan.spec)
        let journal = try folder.journal()
        defer { try? journal.close() }
        let gate = StopGate()
        let connections = try HTTPService(plan.spec)
        do {
            let services = RunServices(
                journal: journal,
                gate: gate,
                meter: CallMeter(),
                missing: MissingAnswers(),
                connections: connections,
                budget: try BudgetOpening(spec: plan.spec.budget).budget(journal, beginning: 0),
                isOffline: isOffline,
                batches: nil
            )
            let models = try ModelFactory(plan: plan, services: services)
            let fetcher = try CandidateFetcher(plan: plan, models: models)
            var samples: [Sample] = []
            for candidate in try plan.firstCandidates(count) {
                let fetched = try await fetcher.fetch(candidate)
                if let reason = gate.reason { throw EtudeError(RunReport.code(of: reason), reason.words) }
                samples.append(try sample(fetched))
            }
            try await connections.shutdown()
            return samples
        } catch {
            try? await connections.shutdown()
            throw error
        }
    }

    /// A preview waits for its answers, and a batch may take a day.
    private func refuseBatches() throws(EtudeError) {
        guard !isOffline, let model = plan.usedModels.compactMap(plan.spec.model).first(where: \.batch) else { return }
        throw EtudeError(
            .config,
            """
            The model block `\(model.name)` is asked in batches, for which a preview cannot wait; \
            `--set models.\(model.name).batch=false` asks it at once.
            """,
            at: Place(file: plan.spec.file, key: "models.\(model.name).batch")
        )
    }

    private func sample(_ fetched: CandidateFetcher.Fetched) throws -> Sample {
        let candidate = fetched.candidate
        let cell = plan.cells[candidate.cell].cell
        let skills = candidate.combination.skills.joined(separator: ", ")
        let head = "\(cell.name): \(skills) · \(candidate.combination.topic)"
        let ending: String
        var draft: Draft?
        switch fetched.outcome {
        case .accepted(let written, _): (ending, draft) = ("accepted", written)
        case .rejected(let reason, let detail, let written, _):
            (ending, draft) = (detail.isEmpty ? reason.code : "\(reason.code) (\(detail))", written)
        case .failed(let kind): ending = "failed (\(kind))"
        case .request: ending = "request"
        case nil: ending = "no recorded answer"
        }
        return Sample(
            text: [head, draft?.text ?? "", draft?.explanation ?? "", "→ \(ending)"].filter { !$0.isEmpty }
                .joined(separator: "\n"),
            json: [
                "split": .string(cell.split), "k": .int(cell.k),
                "skills": .array(candidate.combination.skills.map(JSONValue.string)),
                "topic": .string(candidate.combination.topic), "outcome": .string(ending),
                "text": .string(draft?.text ?? ""), "explanation": .string(draft?.explanation ?? ""),
            ]
        )
    }
}
