import EtudeCore
import EtudeSample

/// How often a plan with models that answer in batches is expected to send some, one after the other.
struct ExpectedBatches {
    /// The number of submissions; 0 where no model answers in batches.
    let submissions: Int

    /// An expectation.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - share: the share of drafts that become rows, by k.
    init(_ plan: PipelinePlan, share: (Int) -> Double) {
        func isBatched(_ block: String) -> Bool { plan.spec.model(block)?.batch == true }
        // A candidate's requests follow upon one another: two turns of the teacher, then ballot after ballot.
        let turns = isBatched(plan.spec.generate.model) ? 2 : 0
        let judges = plan.spec.judge.panel.count(where: isBatched)
        let ballots = judges * plan.spec.judge.rounds
        // All lists of an audit go out together; of a skill that is listed the judges are asked one after the other.
        let audit = judges > 0 && plan.audit != nil ? 1 + judges : 0
        let (drafts, rows) = plan.spec.exposure.mode == .drop ? (audit, 0) : (0, audit)
        let waves = plan.cells.filter { !plan.isRequest($0.cell) }.map { planned in
            Self.waves(rows: planned.cell.rows, gain: share(planned.cell.k) * Double(plan.spec.generate.ahead))
        }
        submissions = (turns + ballots + drafts) * (waves.max() ?? 0) + rows
    }

    /// The rounds until no row is missing, where each brings a share of the rows that are.
    private static func waves(rows: Int, gain: Double) -> Int {
        var missing = Double(rows)
        var waves = 0
        while missing >= 0.5 {
            missing -= missing * min(1, gain)
            waves += 1
        }
        return waves
    }

    /// For people; nothing where no model answers in batches.
    var lines: [String] {
        guard submissions > 0 else { return [] }
        return [
            "About \(submissions) submissions of batches, one after the other; each run collects what is done and sends the next."
        ]
    }
}
