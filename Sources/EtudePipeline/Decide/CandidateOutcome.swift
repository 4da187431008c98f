public import EtudeCore
public import EtudeCurate

/// What fetching a candidate's answers came to.
public enum CandidateOutcome: Sendable {
    /// A draft whose marks the accept rule takes, with the direction of its embedding where that is asked for.
    case accepted(Draft, Verdict, meaning: UnitVector?)
    /// No row can come of it: the answer holds no draft, code refuses it, or the marks fall short.
    case rejected(RejectionReason, detail: String, draft: Draft?, verdict: Verdict?)
    /// The provider failed for good; the class of the failure.
    case failed(String)
    /// A request that is published without a text.
    case request
}
