import EtudeCore

/// Counts the votes of a panel and says when the rest cannot change the outcome.
///
/// The rule: the majority of pass and fail votes wins; what could not be read is no vote. As many of one as of the other, none
/// included, is unknown. A criterion is settled once the lead of one side is larger than the number of ballots still to come.
/// What code decides has one vote, its own.
struct VoteCount {
    /// The outcome of each criterion that one judge's answer gave.
    typealias Ballot = [Criterion: Mark.Outcome]

    private let criteria: [Criterion]
    private let decided: Ballot
    private var remaining: Int
    private var votes: [Criterion: Mark.Votes] = [:]

    /// A count before the first ballot.
    ///
    /// - Parameters:
    ///   - criteria: the criteria in the rubric's order.
    ///   - ballots: how many ballots there can be.
    ///   - decided: what code decides, on which ballots have no say.
    init(_ criteria: [Criterion], ballots: Int, decided: Ballot = [:]) {
        self.criteria = criteria
        self.decided = decided
        remaining = ballots
        for (criterion, outcome) in decided { votes[criterion, default: Mark.Votes()].add(outcome) }
    }

    /// Whether a ballot says pass or fail of everything that is left to the judges.
    func isFullyRead(_ ballot: Ballot) -> Bool {
        criteria.allSatisfy { decided[$0] != nil || ballot[$0] == .pass || ballot[$0] == .fail }
    }

    /// Counts the next ballot; a criterion that it does not hold is unknown.
    mutating func add(_ ballot: Ballot) {
        precondition(remaining > 0, "All ballots of the panel are counted.")
        remaining -= 1
        for criterion in criteria where decided[criterion] == nil {
            votes[criterion, default: Mark.Votes()].add(ballot[criterion] ?? .unknown)
        }
    }

    /// Whether no ballot to come can change an outcome.
    var isSettled: Bool {
        remaining == 0
            || criteria.allSatisfy { decided[$0] != nil || abs(lead(of: $0)) > remaining }
    }

    /// The marks by the ballots counted so far.
    var verdict: Verdict {
        Verdict(
            marks: criteria.map { criterion in
                Mark(criterion, outcome(of: criterion), votes: votes[criterion] ?? Mark.Votes())
            }
        )
    }

    private func outcome(of criterion: Criterion) -> Mark.Outcome {
        let lead = lead(of: criterion)
        return lead == 0 ? .unknown : lead > 0 ? .pass : .fail
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
