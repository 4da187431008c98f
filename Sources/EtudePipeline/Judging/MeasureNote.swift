import EtudeCore
import EtudeJudge

/// What a candidate's draft tells of the judges.
struct MeasureNote: Sendable, Hashable {
    /// Ballots that were cast whatever the others say, in the order of the count.
    let ballots: [Ballot]
    /// What became of the probe made of the draft; nil where none was made.
    let probe: ProbeFinding?
}
