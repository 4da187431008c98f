public import EtudeCore
import EtudeFlow
import EtudeSample

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
        try OutputFolder.ledger(plan.spec)
        return try await ModelSession.open(plan, blocks: plan.usedModels, isOffline: isOffline) { session in
            let fetcher = try CandidateFetcher(plan: plan, models: session.models)
            var samples: [Sample] = []
            for candidate in try plan.firstCandidates(count) {
                let fetched = try await fetcher.fetch(candidate)
                if let reason = session.gate.reason { throw EtudeError(RunReport.code(of: reason), reason.words) }
                samples.append(try sample(fetched))
            }
            return samples
        }
    }

    private func sample(_ fetched: CandidateFetcher.Fetched) throws -> Sample {
        let candidate = fetched.candidate
        let cell = plan.cells[candidate.cell].cell
        let skills = candidate.combination.skills.joined(separator: ", ")
        let head = "\(cell.name): \(skills) · \(candidate.combination.topic)"
        let ending: String
        var draft: Draft?
        switch fetched.outcome {
        case .accepted(let written, _, _): (ending, draft) = ("accepted", written)
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
