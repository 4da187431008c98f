public import EtudeCore
import EtudeModel
public import EtudePrompt

/// Judges that mark a text independently, each in every round, and whose votes are counted.
///
/// Every seat and round is a request of its own with a seed of its own. An answer in which not every mark could be read is asked
/// once again (ask 1), and the second answer is counted as far as it can be read. Votes are counted in panel order, round by
/// round, and the majority of passes and fails wins. A mark that could not be read, or whose quotation is not in the text, is an
/// abstention: it counts as unknown and for neither side. As many passes as fails, none included, is unknown.
///
/// Under ``Settling/accepted(_:)`` the verdict is that of the shortest prefix of ballots after which the rule says the same
/// whatever the others hold, and no further judge is asked; it may be empty where code decides enough. What code decides has one
/// vote, that of the code, and what judges say of it is not counted.
public struct JudgePanel: Sendable {
    private let judges: [JudgeSeat]
    private let rounds: Int
    private let rubric: Rubric
    private let settling: Settling
    private let code: CodeMarks
    private let prompts: [RubricPrompt]

    /// A panel.
    ///
    /// - Parameters:
    ///   - judges: the seats, at least one.
    ///   - rounds: how often each judge marks a text, at least once.
    ///   - rubric: what they mark by.
    ///   - settling: when they have been asked enough.
    ///   - code: how code decides what the rubric leaves to it.
    /// - Throws: ``EtudeError`` with code `data` for a template that is missing or names a variable that has no value, and for a
    ///   check of code that there is not.
    public init(
        judges: [JudgeSeat],
        rounds: Int,
        rubric: Rubric,
        until settling: Settling,
        code: CodeMarks = CodeMarks()
    ) throws(EtudeError) {
        precondition(!judges.isEmpty && rounds > 0, "A panel has at least one judge and one round.")
        try CodeMarks.requireChecks(of: rubric)
        self.judges = judges
        self.rounds = rounds
        self.rubric = rubric
        self.settling = settling
        self.code = code
        var prompts: [RubricPrompt] = []
        for judge in judges { prompts.append(try RubricPrompt(rubric, isStructured: judge.structured)) }
        self.prompts = prompts
    }

    /// Has a text marked.
    ///
    /// - Parameters:
    ///   - text: the draft.
    ///   - assignment: what was asked for.
    ///   - seed: the seed of the draft's candidate.
    /// - Returns: the verdict, with the ballots behind it.
    /// - Throws: ``ModelFailure`` where a judge does not answer, `CancellationError`, or ``EtudeError`` with code `data` where a
    ///   template cannot be rendered.
    public func verdict(on text: String, for assignment: Assignment, seed: Seed) async throws -> Verdict {
        let reader = try GradingReader(assignment, rubric: rubric, draft: text)
        var count = VoteCount(
            rubric.criteria(of: assignment),
            ballots: judges.count * rounds,
            decided: code.decided(text, assignment, by: rubric),
            until: settling
        )
        for round in 0..<rounds {
            for seat in judges.indices where !count.isSettled {
                let request = try prompts[seat].request(
                    text,
                    for: assignment,
                    settings: judges[seat].settings,
                    seed: seed.child("judge", String(seat), String(round))
                )
                let ask = { (request: ChatRequest) in
                    reader.marks(in: JudgeAnswer(try await judges[seat].model.answer(request)).words)
                }
                let marks = try await ask(request)
                count.add(count.isFullyRead(marks) ? marks : try await ask(request.askedAgain), of: seat, in: round)
            }
        }
        return count.verdict
    }
}

extension ChatRequest {
    /// The same request for another answer, the first being of no use.
    fileprivate var askedAgain: ChatRequest {
        var request = self
        request.ask += 1
        return request
    }
}
