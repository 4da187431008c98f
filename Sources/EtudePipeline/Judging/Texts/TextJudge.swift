import EtudeCore
import EtudeFlow
import EtudeJudge
import EtudeModel

/// Has texts judged as a run has its drafts judged: by the same checks, rubric, panel and accept rule, out of the same journal.
struct TextJudge: Sendable {
    /// Which verdicts are accepted.
    let rule: AcceptRule
    private let panel: JudgePanel
    private let seed: Seed
    private let underWay = SharedWork<Seed, Verdict>()

    /// A judge in an open session.
    ///
    /// - Parameters:
    ///   - session: the models of the pipeline.
    ///   - everyBallot: whether all judges mark in all rounds, even where that cannot change the verdict.
    /// - Throws: ``EtudeError`` with code `config` for a model block that is missing, `data` for a faulty rubric.
    init(_ session: ModelSession, everyBallot: Bool) throws {
        let spec = session.plan.spec.judge
        rule = AcceptRule(rawValue: spec.accept) ?? .fullMarks
        seed = session.plan.seed
        panel = try JudgePanel(
            judges: try spec.panel.map { name in
                JudgeSeat(
                    model: try session.models.model(name, as: .judge),
                    settings: session.models.settings(name),
                    structured: session.plan.spec.model(name)?.verdicts == "schema"
                )
            },
            rounds: spec.rounds,
            templates: session.plan.rubric
        )
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
            let marks = Criterion.all(of: assignment).map { Mark($0, .unknown, votes: Mark.Votes()) }
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
