import EtudeCore
import EtudeSample

/// A position of a cell that was drawn and is not decided yet.
struct OpenPosition {
    /// An answered attempt that waits for its decision.
    struct Answered {
        let candidate: Candidate
        let outcome: CandidateOutcome
    }

    let drawn: Drawn
    /// The attempt that is to be fetched or is being fetched; nil while none is.
    private(set) var current: Candidate?
    /// Answered attempts in order, the first to be decided first.
    private(set) var answered: [Answered] = []
    private let attempts: Int
    private var nextAttempt = 0

    init(_ drawn: Drawn, attempts: Int) {
        self.drawn = drawn
        self.attempts = attempts
        beginNextAttempt()
    }

    /// Whether no attempt is left that may yet become a row.
    var isDead: Bool {
        current == nil && !answered.contains { $0.outcome.mayBecomeRow }
    }

    /// Starts the next attempt; without one left the position may be dead.
    @discardableResult
    mutating func beginNextAttempt() -> Bool {
        guard nextAttempt < attempts else { return false }
        current = drawn.candidate(attempt: nextAttempt)
        nextAttempt += 1
        return true
    }

    /// Takes the outcome of the current attempt.
    mutating func answer(_ candidate: Candidate, _ outcome: CandidateOutcome) {
        current = nil
        answered.append(Answered(candidate: candidate, outcome: outcome))
    }

    /// Takes the first answered attempt out, to be decided.
    mutating func popAnswered() -> Answered? {
        answered.isEmpty ? nil : answered.removeFirst()
    }
}

extension CandidateOutcome {
    /// Whether deciding may make a row of it.
    var mayBecomeRow: Bool {
        switch self {
        case .accepted, .request: true
        case .rejected, .failed: false
        }
    }
}
