public import EtudeCore

/// When a panel has heard enough.
public enum Settling: Sendable, Hashable {
    /// Once no ballot to come can change what an accept rule says.
    case accepted(AcceptRule)
    /// Once every judge has marked the text in every round.
    case everyBallot
}
