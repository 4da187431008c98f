import EtudeCore
import EtudeFlow
import EtudeJudge
import EtudeModel
import EtudePrompt

/// Has texts judged as a run has its drafts judged: by the same checks, rubric, panel and accept rule, out of the same journal.
struct TextJudge: Sendable {
    /// Which verdicts are accepted.
    let rule: AcceptRule
    private let rubric: Rubric
    private let panel: JudgePanel
    private let seed: Seed
    private let underWay = SharedWork<Seed, Verdict>()

    /// A judge in an open session.
    ///
    /// - Parameters:
    ///   - session: the models of the pipeline.
    ///   - settling: when the judges of a text have been asked enough.
    /// - Throws: ``EtudeError`` with code `config` for a model block that is missing, `data` for a faulty rubric.
    init(_ session: ModelSession, until settling: Settling) throws {
        rule = session.plan.spec.judge.accept
        rubric = session.plan.rubric
        seed = session.plan.seed
        panel = try session.models.panel(until: settling)
    }

    /// Judges a text.
    ///
    /// What code refuses for more than a mark (an empty text, one that speaks to the judge) is shown to no judge: its marks are
    /// unknown. Texts that are equal and judged at the same time are judged once.
    ///
    /// - Parameter submitted: the text.
    /// - Returns: the verdict and what code found.
    /// - Throws: what a model throws that does not answer.
    func judge(_ submitted: SubmittedText) async throws -> JudgedText {
        let (text, assignment) = (submitted.text, submitted.assignment)
        let findings = TextFinding.all(in: text, for: assignment)
        guard !findings.contains(where: \.endsJudging) else {
            let marks = rubric.criteria(of: assignment).map { Mark($0, .unknown, votes: Mark.Votes()) }
            return JudgedText(verdict: Verdict(marks: marks), isAccepted: false, findings: findings)
        }
        let (panel, seed) = (panel, submitted.seed(below: seed))
        let verdict = try await underWay.value(for: seed) {
            try await panel.verdict(on: text, for: assignment, seed: seed)
        }
        let isRefused = findings.contains(where: \.isRefusal)
        return JudgedText(verdict: verdict, isAccepted: !isRefused && rule.accepts(verdict), findings: findings)
    }

    /// Judges a text, and says why where nobody answers.
    ///
    /// - Parameter submitted: the text.
    /// - Returns: the outcome; nil where the command is stopping and the text was not judged.
    /// - Throws: ``EtudeError`` where the work cannot go on.
    func outcome(of submitted: SubmittedText) async throws -> JudgingReply.Outcome? {
        do {
            return .judged(try await judge(submitted))
        } catch is StoppedError {
            return nil
        } catch let failure as FinalFailure {
            return .unanswered("The request failed for good (\(failure.kind)): \(failure.message)")
        } catch let failure as ModelFailure {
            return .unanswered(failure.message)
        } catch let givenUp as GivenUp {
            return .unanswered(givenUp.failure.message)
        }
    }
}
