/// What one judge said of a text in one round.
public struct Ballot: Sendable, Hashable {
    /// The judge's seat on the panel, from 0.
    public let judge: Int
    /// The round, from 0.
    public let round: Int
    /// The outcome that it gives each criterion; what code decides is left out, since no ballot has a say on it.
    public let marks: [Criterion: Mark.Outcome]

    /// A ballot of a seat in a round.
    public init(judge: Int, round: Int, marks: [Criterion: Mark.Outcome]) {
        self.judge = judge
        self.round = round
        self.marks = marks
    }
}
