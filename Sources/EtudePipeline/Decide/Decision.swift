public import EtudeCore
public import EtudeCurate

/// What became of a candidate, in the decision order.
public struct Decision: Sendable {
    /// How it ended.
    public enum Disposition: Sendable {
        /// A row.
        case row(Row)
        /// A draft, or an answer without one, that is not published.
        case rejected(RejectionReason, detail: String, draft: Draft?, verdict: Verdict?, match: DuplicateMatch?)
        /// The provider failed for good; the class of the failure.
        case failed(String)
    }

    /// The candidate.
    public let candidate: Candidate
    /// How it ended.
    public let disposition: Disposition
}
