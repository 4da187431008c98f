import EtudeCore
import EtudeJudge

/// Has one judge grade texts, in every round and on every criterion.
///
/// Only the sentence limit is decided by code: whether a skill was named is for the metrics to deduct.
struct TextGrader: Sendable {
    /// The model block of the judge.
    let judge: String
    private let panel: JudgePanel
    private let rounds: Int

    /// A judge.
    ///
    /// - Parameters:
    ///   - judge: its model block, whose settings apply.
    ///   - session: the models.
    /// - Throws: ``EtudeError`` for a block or rubric that is wrong.
    init(_ judge: String, in session: ModelSession) throws {
        self.judge = judge
        rounds = session.plan.spec.evaluate.gradings
        panel = try session.models.panel(
            of: [judge],
            rounds: rounds,
            until: .everyBallot,
            code: CodeMarks(sentenceRule: session.plan.spec.evaluate.sentenceRule, namedSkillsFail: false)
        )
    }

    /// The gradings of a text.
    ///
    /// - Parameters:
    ///   - text: the text, which is not empty.
    ///   - item: what was asked for.
    /// - Returns: a grading of each round; unknown throughout, with why, where a request failed for good.
    /// - Throws: ``ModelFailure`` and others where the judge does not answer.
    func grade(
        _ text: String,
        of item: EvaluationItem
    ) async throws -> (gradings: [GradedText.Grading], failure: String?) {
        do {
            let verdict = try await panel.verdict(
                on: text,
                for: item.question.assignment,
                seed: item.question.seed.child("grading", String(item.generation), item.student, judge)
            )
            // What code decides stands in no ballot.
            let decided = verdict.marks.filter { mark in !verdict.ballots.contains { $0.marks[mark.criterion] != nil } }
            let gradings = verdict.ballots.map { ballot in
                let marks = decided.reduce(into: ballot.marks) { $0[$1.criterion] = $1.outcome }
                return GradedText.Grading(judge: judge, round: ballot.round, marks: marks)
            }
            return (gradings, nil)
        } catch let failure as FinalFailure {
            return ((0..<rounds).map { GradedText.Grading(judge: judge, round: $0, marks: [:]) }, failure.kind)
        }
    }
}
