import EtudeCore

/// Counts the votes of a panel and says when the rest need not be heard.
///
/// The rule: the majority of pass and fail votes wins; what could not be read is no vote. As many of one as of the other, none
/// included, is unknown. With r ballots to come, a criterion in which passes lead by l may still pass where l + r > 0, fail where
/// l − r < 0, and be unknown where |l| ≤ r; acceptance is settled where the accept rule says the same of every combination of
/// these. What code decides has one vote, its own.
struct VoteCount {
    private let criteria: [Criterion]
    private let decided: [Criterion: Mark.Outcome]
    private let settling: Settling
    private var remaining: Int
    private var votes: [Criterion: Mark.Votes] = [:]
    private var ballots: [Ballot] = []

    /// A count before the first ballot.
    ///
    /// - Parameters:
    ///   - criteria: the criteria in the rubric's order.
    ///   - ballots: how many ballots there can be.
    ///   - decided: what code decides, on which ballots have no say.
    ///   - settling: when the count may end.
    init(
        _ criteria: [Criterion],
        ballots: Int,
        decided: [Criterion: Mark.Outcome] = [:],
        until settling: Settling
    ) {
        self.criteria = criteria
        self.decided = decided
        self.settling = settling
        remaining = ballots
        for (criterion, outcome) in decided { votes[criterion, default: Mark.Votes()].add(outcome) }
    }

    /// Whether some marks say pass or fail of everything that is left to the judges.
    func isFullyRead(_ marks: [Criterion: Mark.Outcome]) -> Bool {
        criteria.allSatisfy { decided[$0] != nil || marks[$0] == .pass || marks[$0] == .fail }
    }

    /// Counts the marks of the next ballot; a criterion that they do not hold is unknown.
    mutating func add(_ marks: [Criterion: Mark.Outcome], of judge: Int, in round: Int) {
        precondition(remaining > 0, "All ballots of the panel are counted.")
        remaining -= 1
        var counted: [Criterion: Mark.Outcome] = [:]
        for criterion in criteria where decided[criterion] == nil {
            let outcome = marks[criterion] ?? .unknown
            counted[criterion] = outcome
            votes[criterion, default: Mark.Votes()].add(outcome)
        }
        ballots.append(Ballot(judge: judge, round: round, marks: counted))
    }

    /// Whether the ballots to come need not be heard.
    var isSettled: Bool {
        guard remaining > 0 else { return true }
        switch settling {
        case .everyBallot: return false
        case .accepted(let rule): return rule.decision(over: criteria.map { ($0, outcomes(of: $0)) }) != nil
        }
    }

    /// The marks by the ballots counted so far.
    var verdict: Verdict {
        Verdict(
            marks: criteria.map { criterion in
                let lead = lead(of: criterion)
                return Mark(
                    criterion,
                    lead == 0 ? .unknown : lead > 0 ? .pass : .fail,
                    votes: votes[criterion] ?? Mark.Votes()
                )
            },
            ballots: ballots
        )
    }

    /// What a criterion may still become.
    private func outcomes(of criterion: Criterion) -> Set<Mark.Outcome> {
        if let outcome = decided[criterion] { return [outcome] }
        let lead = lead(of: criterion)
        var outcomes: Set<Mark.Outcome> = []
        if lead + remaining > 0 { outcomes.insert(.pass) }
        if lead - remaining < 0 { outcomes.insert(.fail) }
        if abs(lead) <= remaining { outcomes.insert(.unknown) }
        return outcomes
    }

    private func lead(of criterion: Criterion) -> Int {
        let votes = votes[criterion] ?? Mark.Votes()
        return votes.pass - votes.fail
    }
}

extension Mark.Votes {
    /// Counts one vote.
    fileprivate mutating func add(_ outcome: Mark.Outcome) {
        switch outcome {
        case .pass: pass += 1
        case .fail: fail += 1
        case .unknown: unknown += 1
        }
    }
}
