public import EtudeCore
public import EtudeCurate

/// Decides about drafts that the judges accepted: it builds the row and compares it with what is kept.
public protocol Acceptor: Sendable {
    /// Takes the next draft in the decision order.
    ///
    /// - Parameters:
    ///   - candidate: where the draft comes from.
    ///   - draft: the draft; nil for a request that is published without a text.
    ///   - verdict: its marks; nil likewise.
    ///   - meaning: the direction of its embedding; nil where none was asked for.
    /// - Returns: the row to keep, or why there is none.
    /// - Throws: ``EtudeError`` with code `io` where what is kept cannot be written or read.
    mutating func accept(
        _ candidate: Candidate,
        draft: Draft?,
        verdict: Verdict?,
        meaning: UnitVector?
    ) throws(EtudeError) -> Acceptance
}

/// What an ``Acceptor`` says.
public enum Acceptance: Sendable {
    /// A row that is kept from now on.
    case keep(Row)
    /// No row, with the kept row that it is near to where that is the reason.
    case refuse(RejectionReason, detail: String, match: DuplicateMatch?)
}
