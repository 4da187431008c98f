import EtudeCore
import EtudeFlow
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
    }

    private let plan: PipelinePlan
    private let teacher: TeacherConversation
    private let panel: JudgePanel

    init(plan: PipelinePlan, models: ModelFactory) throws {
        self.plan = plan
        let block = plan.spec.generate.model
        teacher = try TeacherConversation(
            templates: plan.templates,
            model: try models.model(block, as: .teacher),
            settings: models.settings(block)
        )
        panel = try models.panel(until: .accepted(plan.spec.judge.accept))
    }

    func fetch(_ candidate: Candidate) async throws -> Fetched {
        do {
            return Fetched(candidate: candidate, outcome: try await outcome(candidate))
        } catch let failure as FinalFailure {
            return Fetched(candidate: candidate, outcome: .failed(failure.kind))
        } catch is StoppedError {
            return Fetched(candidate: candidate, outcome: nil)
        } catch let failure as ModelFailure where [.notRecorded, .pending].contains(failure.kind) {
            return Fetched(candidate: candidate, outcome: nil)
        } catch is GivenUp {
            // Set aside: the candidate stays open for the next run.
            return Fetched(candidate: candidate, outcome: nil)
        }
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
            // What code alone refuses costs no judge.
            let text = CheckedText(draft.text, for: assignment, prompt: draft.messages)
            if let refusal = CodeChecks.refusal(of: text) {
                return .rejected(refusal.reason, detail: refusal.detail, draft: draft, verdict: nil)
            }
            let verdict = try await panel.verdict(on: draft.text, for: assignment, seed: candidate.seed)
            if plan.spec.judge.accept.accepts(verdict) { return .accepted(draft, verdict) }
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
}
