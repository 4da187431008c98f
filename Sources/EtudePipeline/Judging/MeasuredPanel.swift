import EtudeCore
import EtudeCurate
import EtudeJudge
import EtudePrompt

/// The panel of a run, and beside it what measures the panel.
///
/// A share of the drafts, chosen by the candidates' seeds, is measured: such a draft is put to every ballot, also to those that
/// its verdict does not need, and a probe made of it is judged under seeds of its own. The verdict is the same as without, and
/// a probe is never published. Of drafts that are not measured only those ballots say how far judges agree that are cast
/// whatever the others say: later ones are asked for where earlier ones differ, and would show too little agreement.
struct MeasuredPanel: Sendable {
    /// A verdict with what it tells of the judges.
    struct Judged: Sendable {
        let verdict: Verdict
        let note: MeasureNote
    }

    private let plan: PipelinePlan
    private let panel: JudgePanel
    private let every: JudgePanel
    private let probed: JudgePanel

    init(plan: PipelinePlan, models: ModelFactory) throws {
        self.plan = plan
        panel = try models.panel(until: .accepted(plan.spec.judge.accept))
        every = try models.panel(until: .everyBallot)
        // Whether judges by themselves fail a skill that is named is what a probe asks.
        probed = try models.panel(until: .everyBallot, code: CodeMarks(namedSkillsFail: false))
    }

    /// Has a draft judged.
    ///
    /// - Parameters:
    ///   - text: the draft.
    ///   - assignment: what was asked for.
    ///   - seed: the seed of the draft's candidate.
    /// - Returns: the verdict, with what is to be counted once the candidate is decided.
    /// - Throws: what ``JudgePanel/verdict(on:for:seed:)`` throws, also for ballots that only measure: such a candidate stays
    ///   open. Only a failure for good is taken as part of the measure.
    func verdict(on text: String, for assignment: Assignment, seed: Seed) async throws -> Judged {
        guard isMeasured(seed) else {
            let verdict = try await panel.verdict(on: text, for: assignment, seed: seed)
            return Judged(verdict: verdict, note: MeasureNote(ballots: independent(verdict), probe: nil))
        }
        // Both are heard to their end: what one was asked is paid for, whatever becomes of the other.
        async let probing = attempt { try await probe(text, assignment, seed.child("probe")) }
        let judged = await attempt {
            let verdict = try await panel.verdict(on: text, for: assignment, seed: seed)
            return (verdict, try await ballots(on: text, for: assignment, seed: seed) ?? independent(verdict))
        }
        let finding = await probing
        let (verdict, cast) = try judged.get()
        return Judged(verdict: verdict, note: MeasureNote(ballots: cast, probe: try finding.get()))
    }

    /// How many ballots are cast for each text, if any is, whatever they say: half of them can never settle a verdict.
    static func independentBallots(of ballots: Int) -> Int { (ballots + 1) / 2 }

    private func isMeasured(_ seed: Seed) -> Bool {
        var generator = SeededGenerator(seed: seed.child("measure"))
        return generator.unit() < plan.spec.judge.probes
    }

    private func independent(_ verdict: Verdict) -> [Ballot] {
        Array(verdict.ballots.prefix(Self.independentBallots(of: plan.spec.judge.ballots)))
    }

    /// All ballots on a draft; nil where one failed for good.
    private func ballots(on text: String, for assignment: Assignment, seed: Seed) async throws -> [Ballot]? {
        do {
            return try await every.verdict(on: text, for: assignment, seed: seed).ballots
        } catch is FinalFailure {
            return nil
        }
    }

    private func probe(_ text: String, _ assignment: Assignment, _ seed: Seed) async throws -> ProbeFinding? {
        guard let probe = maker(assignment).probe(text, for: assignment, seed: seed) else { return nil }
        let byCode = CodeChecks.refusal(of: CheckedText(probe.text, for: probe.assignment)) != nil
        guard judgesDecide(probe.fails) else {
            return ProbeFinding(kind: probe.kind, byCode: byCode, judges: .unasked)
        }
        do {
            let verdict = try await probed.verdict(on: probe.text, for: probe.assignment, seed: seed)
            return ProbeFinding(probe, byCode: byCode, ballots: verdict.ballots)
        } catch is FinalFailure {
            return ProbeFinding(kind: probe.kind, byCode: byCode, judges: .failed)
        }
    }

    /// A maker of probes that takes other skills and topics from the sides on which the assignment's are.
    private func maker(_ assignment: Assignment) -> ProbeMaker {
        let (heldOutSkills, heldOutTopics) = (plan.facts.heldOutSkills, plan.facts.heldOutTopics)
        let sides = Set(assignment.skills.map { heldOutSkills.contains($0.id) })
        let side = heldOutTopics.contains(assignment.topic.id)
        return ProbeMaker(
            skills: plan.catalog.skills.filter { sides.contains(heldOutSkills.contains($0.id)) },
            topics: plan.catalog.topics.filter { heldOutTopics.contains($0.id) == side }
        )
    }

    /// Whether the rubric leaves a criterion to the judges.
    private func judgesDecide(_ criterion: Criterion) -> Bool {
        plan.rubric.criteria.contains { entry in
            let isIt = if case .skill = criterion { entry.isPerSkill } else { entry.id == criterion.name }
            return isIt && entry.decision == .model
        }
    }
}

/// What some work came to, so that other work beside it is not given up when it fails.
private func attempt<Value: Sendable>(_ work: () async throws -> Value) async -> Result<Value, any Error> {
    do {
        return .success(try await work())
    } catch {
        return .failure(error)
    }
}
