import EtudeCore
import EtudeGenerate
import EtudeJudge
import EtudeModel
import EtudeText

/// Fetches what a candidate needs: the teacher's draft, the checks of code, the judges' verdict.
struct CandidateFetcher: Sendable {
    /// What fetching came to.
    struct Fetched: Sendable {
        let candidate: Candidate
        /// The outcome; nil where the run stops or an answer is not recorded, and the candidate stays open.
        let outcome: CandidateOutcome?
    }

    private let plan: PipelinePlan
    private let teacher: TeacherConversation
    private let panel: JudgePanel
    private let exposure: ExposureFilter?

    init(plan: PipelinePlan, models: ModelFactory) throws {
        self.plan = plan
        let block = plan.spec.generate.model
        teacher = try TeacherConversation(
            templates: plan.templates,
            model: try models.model(block, as: .teacher),
            settings: models.settings(block)
        )
        panel = try models.panel(until: .accepted(plan.spec.judge.accept))
        exposure = try ExposureFilter(plan, models: models)
    }

    func fetch(_ candidate: Candidate) async throws -> Fetched {
        let asking = try await Asking { try await self.outcome(candidate) }
        let outcome: CandidateOutcome? =
            switch asking {
            case .answered(let outcome): outcome
            case .failed(let kind): .failed(kind)
            case .open: nil
            }
        return Fetched(candidate: candidate, outcome: outcome)
    }

    private func outcome(_ candidate: Candidate) async throws -> CandidateOutcome {
        let assignment = try plan.assignment(candidate)
        let writing = try await teacher.write(
            assignment,
            positionSeed: candidate.positionSeed,
            seed: candidate.seed
        )
        switch writing {
        case .rejected(let reason, let draft):
            return .rejected(reason, detail: "", draft: draft, verdict: nil)
        case .draft(let draft):
            if let refusal = Self.codeRefusal(draft.text, assignment) {
                return .rejected(refusal.reason, detail: refusal.detail, draft: draft, verdict: nil)
            }
            let verdict = try await panel.verdict(on: draft.text, for: assignment, seed: candidate.seed)
            if plan.spec.judge.accept.accepts(verdict) {
                guard let skills = try await exposure?.refusal(of: draft.text, candidate) else {
                    return .accepted(draft, verdict)
                }
                return .rejected(.exposed, detail: skills, draft: draft, verdict: verdict)
            }
            let missed = verdict.marks.filter { $0.outcome != .pass }.map(\.criterion.name).joined(separator: ", ")
            return .rejected(
                verdict.isUnknown ? .unknownMarks : .marks,
                detail: missed,
                draft: draft,
                verdict: verdict
            )
        }
    }

    /// What code alone refuses, before a judge is paid.
    private static func codeRefusal(_ text: String, _ assignment: Assignment) -> (
        reason: RejectionReason, detail: String
    )? {
        let sentences = Sentences.count(text)
        if sentences > assignment.sentenceLimit {
            return (.sentenceLimit, "\(sentences) sentences, at most \(assignment.sentenceLimit)")
        }
        let named = CodeChecks.namedSkills(in: text, of: assignment)
        guard named.isEmpty else { return (.namesSkill, named.joined(separator: ", ")) }
        return nil
    }
}
