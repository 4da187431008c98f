import EtudeCore
import EtudeGenerate
import EtudeJudge
import EtudeModel

/// Fetches what a candidate needs: the teacher's draft, the checks of code, the judges' verdict.
struct CandidateFetcher: Sendable {
    /// What fetching came to.
    struct Fetched: Sendable {
        let candidate: Candidate
        /// The outcome; nil where the run stops or an answer is not recorded, and the candidate stays open.
        let outcome: CandidateOutcome?
        /// What the candidate's draft tells of the judges; nil where they were not asked.
        var note: MeasureNote?
    }

    private let plan: PipelinePlan
    private let teacher: TeacherConversation
    private let panel: MeasuredPanel
    private let exposure: ExposureFilter?
    private let embedder: TextEmbedder?

    init(plan: PipelinePlan, models: ModelFactory) throws {
        self.plan = plan
        let block = plan.spec.generate.model
        teacher = try TeacherConversation(
            templates: plan.templates,
            model: try models.model(block, as: .teacher),
            settings: models.settings(block)
        )
        panel = try MeasuredPanel(plan: plan, models: models)
        exposure = try ExposureFilter(plan, models: models)
        embedder = try TextEmbedder(plan, models: models)
    }

    func fetch(_ candidate: Candidate) async throws -> Fetched {
        switch try await Asking({ try await answers(candidate) }) {
        case .answered(let fetched): fetched
        case .failed(let kind): Fetched(candidate: candidate, outcome: .failed(kind))
        case .open: Fetched(candidate: candidate, outcome: nil)
        }
    }

    private func answers(_ candidate: Candidate) async throws -> Fetched {
        let assignment = try plan.assignment(candidate)
        let writing = try await teacher.write(
            assignment,
            positionSeed: candidate.positionSeed,
            seed: candidate.seed
        )
        switch writing {
        case .rejected(let reason, let draft):
            return Fetched(
                candidate: candidate,
                outcome: .rejected(reason, detail: "", draft: draft, verdict: nil)
            )
        case .draft(let draft):
            // What code alone refuses costs no judge.
            let text = CheckedText(draft.text, for: assignment, prompt: draft.messages)
            if let refusal = CodeChecks.refusal(of: text) {
                return Fetched(
                    candidate: candidate,
                    outcome: .rejected(refusal.reason, detail: refusal.detail, draft: draft, verdict: nil)
                )
            }
            let judged = try await panel.verdict(on: draft.text, for: assignment, seed: candidate.seed)
            return Fetched(
                candidate: candidate,
                outcome: try await outcome(of: draft, judged.verdict, text, candidate),
                note: judged.note
            )
        }
    }

    private func outcome(
        of draft: Draft,
        _ verdict: Verdict,
        _ text: CheckedText,
        _ candidate: Candidate
    ) async throws -> CandidateOutcome {
        if plan.spec.judge.accept.accepts(verdict) {
            guard let skills = try await exposure?.refusal(of: draft.text, candidate) else {
                return .accepted(draft, verdict, meaning: try await embedder?.vector(of: draft.text))
            }
            return .rejected(.exposed, detail: skills, draft: draft, verdict: verdict)
        }
        let missed = verdict.marks.filter { $0.outcome != .pass }.map(\.criterion.name)
        let warned = CodeChecks.warnings(on: text).map { "code warns: \($0.detail)" }
        return .rejected(
            verdict.isUnknown ? .unknownMarks : .marks,
            detail: (missed + warned).joined(separator: ", "),
            draft: draft,
            verdict: verdict
        )
    }
}
