public import EtudeCore
import EtudeModel
public import EtudePrompt

/// Judges that mark a text independently, each in every round, and whose votes are counted.
///
/// Every seat and round is a request of its own with a seed of its own. An answer in which not every mark could be read is asked
/// once again (ask 1), and the second answer is counted as far as it can be read. Votes are counted in panel order, round by
/// round, by the rule of the majority: as many passes as fails, none included, is unknown. Once the ballots still to come
/// cannot change any outcome no further judge is asked.
///
/// Two things are decided by code, and what judges say of them is not counted: the sentence limit, and a skill that the text
/// names outright, which fails. Such a mark has one vote, that of the code.
public struct JudgePanel: Sendable {
    private let judges: [JudgeSeat]
    private let rounds: Int
    private let rubrics: [Rubric]

    /// A panel.
    ///
    /// - Parameters:
    ///   - judges: the seats, at least one.
    ///   - rounds: how often each judge marks a text, at least once.
    ///   - templates: the rubric's templates.
    /// - Throws: ``EtudeError`` with code `data` for a template that is missing or names a variable that has no value.
    public init(judges: [JudgeSeat], rounds: Int, templates: TemplateSet) throws(EtudeError) {
        precondition(!judges.isEmpty && rounds > 0, "A panel has at least one judge and one round.")
        self.judges = judges
        self.rounds = rounds
        var rubrics: [Rubric] = []
        for judge in judges { rubrics.append(try Rubric(templates, isStructured: judge.structured)) }
        self.rubrics = rubrics
    }

    /// Has a text marked.
    ///
    /// - Parameters:
    ///   - text: the draft.
    ///   - assignment: what was asked for.
    ///   - seed: the seed of the draft's candidate.
    /// - Returns: the verdict of the shortest sequence of ballots that settles every criterion.
    /// - Throws: ``ModelFailure`` where a judge does not answer, `CancellationError`, or ``EtudeError`` with code `data` where a
    ///   template cannot be rendered.
    public func verdict(on text: String, for assignment: Assignment, seed: Seed) async throws -> Verdict {
        var count = VoteCount(
            Criterion.all(of: assignment),
            ballots: judges.count * rounds,
            decided: Self.decided(text, assignment)
        )
        for round in 0..<rounds {
            for seat in judges.indices where !count.isSettled {
                let request = try rubrics[seat].request(
                    text,
                    for: assignment,
                    settings: judges[seat].settings,
                    seed: seed.child("judge", String(seat), String(round))
                )
                let ask = { (request: ChatRequest) in
                    let answer = JudgeAnswer(try await judges[seat].model.answer(request), draft: text)
                    return GradingReader.marks(in: answer.words, for: assignment)
                }
                let ballot = try await ask(request)
                count.add(count.isFullyRead(ballot) ? ballot : try await ask(request.askedAgain))
            }
        }
        return count.verdict
    }

    private static func decided(_ text: String, _ assignment: Assignment) -> VoteCount.Ballot {
        var decided: VoteCount.Ballot = [
            .sentenceLimit: CodeChecks.keepsSentenceLimit(text, of: assignment) ? .pass : .fail
        ]
        for skill in CodeChecks.namedSkills(in: text, of: assignment) { decided[.skill(skill)] = .fail }
        return decided
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
