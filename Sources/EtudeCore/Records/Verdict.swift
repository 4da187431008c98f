/// What the judges said of a draft: one mark per criterion, in the rubric's order.
public struct Verdict: Sendable, Hashable {
    /// The marks.
    public let marks: [Mark]
    /// Who voted what, in the order of the count; no part of a row.
    public let ballots: [Ballot]

    /// A verdict from its marks and the ballots behind them.
    public init(marks: [Mark], ballots: [Ballot] = []) {
        self.marks = marks
        self.ballots = ballots
    }

    /// Whether every criterion is met.
    public var isFullMarks: Bool {
        !marks.isEmpty && marks.allSatisfy { $0.outcome == .pass }
    }

    /// Whether a criterion could not be settled, and none failed.
    public var isUnknown: Bool {
        marks.contains { $0.outcome == .unknown } && !marks.contains { $0.outcome == .fail }
    }

    /// The outcome of each criterion.
    public var outcomes: [Criterion: Mark.Outcome] {
        Dictionary(marks.map { ($0.criterion, $0.outcome) }) { first, _ in first }
    }

    /// The outcome of every criterion by one ballot: what the judge said, and for the rest what code decided.
    public func outcomes(by ballot: Ballot) -> [Criterion: Mark.Outcome] {
        outcomes.merging(ballot.marks) { _, voted in voted }
    }
}
