import EtudeCore
import EtudeFlow
import EtudeJudge
import EtudePublish
import EtudeStore

/// Measures how many training rows of a decided run show a held-out skill that nobody labelled.
struct ExposureSurvey {
    private let plan: PipelinePlan
    private let models: ModelFactory
    private let spools: DecisionSpools

    /// A survey of decided rows; nil where the pipeline wants none.
    init?(_ plan: PipelinePlan, models: ModelFactory, spools: DecisionSpools) {
        guard plan.spec.exposure.mode != .off else { return nil }
        self.plan = plan
        self.models = models
        self.spools = spools
    }

    /// Asks the panel, through the journal like everything else.
    ///
    /// - Parameter gate: no further text is begun once it is closed.
    /// - Returns: what the certificate holds; nil where something is still to be asked, by this run or the next.
    /// - Throws: ``EtudeError`` for rows that cannot be read back, and what a model throws that is no matter of one request.
    func measure(until gate: StopGate) async throws -> JSONValue? {
        guard let audit = try plan.exposureAudit(models) else {
            let reason = PipelinePlan.reasonAgainstAudit(plan.facts) ?? ""
            return ["mode": .string(plan.spec.exposure.mode.rawValue), "not_measured": .string(reason)]
        }
        let sample = try ExposureSample(plan, from: spools.rows)
        var tally = ExposureTally()
        var left = sample.texts[...]
        var isWhole = true
        try await BoundedFanOut(width: models.width).run(
            next: { gate.reason == nil ? left.popFirst() : nil },
            perform: { text in
                (text, try await Asking { try await audit.exposure(of: text.text, seed: text.seed) })
            },
            receive: { text, asking in
                switch asking {
                case .answered(let exposure): tally.add(text, exposure)
                case .failed: tally.addFailed(text)
                case .open: isWhole = false
                }
            }
        )
        guard isWhole, left.isEmpty else { return nil }
        try countDropped(in: &tally)
        return ExposureResult(
            spec: plan.spec.exposure,
            judges: plan.spec.judge.panel.compactMap { plan.spec.model($0)?.rowName(as: .judge) },
            heldOutSkills: plan.heldOutSkills.map(\.id),
            seed: plan.seed.child("exposure"),
            rows: sample.rows,
            tally: tally
        ).json
    }

    private func countDropped(in tally: inout ExposureTally) throws {
        guard plan.spec.exposure.mode == .drop else { return }
        var lines = try spools.rejected.lines()
        while let line = try lines.next() {
            let record = try RejectedRecord(json: try JSONParser.parse(line.text))
            guard record.reason == .exposed else { continue }
            tally.addDropped(k: record.k, skills: ExposureFilter.skills(in: record.detail))
        }
    }
}
