import EtudeCore

/// The books of one cell: every candidate that was asked is in exactly one of them (rule 5).
public struct CellBooks: Sendable, Hashable {
    /// Candidates handed out to be fetched whose answers arrived, whole or failed for good.
    public internal(set) var asked = 0
    /// Rows.
    public internal(set) var accepted = 0
    /// Drafts that are not published, by reason; near and exact duplicates apart.
    public internal(set) var rejected: [String: Int] = [:]
    /// Drafts near or equal to a row that is kept.
    public internal(set) var duplicates = 0
    /// Candidates whose provider failed for good, by class.
    public internal(set) var failed: [String: Int] = [:]
    /// Answers beyond the closing position.
    public internal(set) var surplus = 0

    /// Whether everything asked is accounted for.
    public var balance: Bool {
        asked == accepted + rejected.values.reduce(0, +) + duplicates + failed.values.reduce(0, +) + surplus
    }

    mutating func enter(_ disposition: Decision.Disposition) {
        switch disposition {
        case .row: accepted += 1
        case .rejected(.nearDuplicate, _, _, _, _), .rejected(.exactDuplicate, _, _, _, _): duplicates += 1
        case .rejected(let reason, _, _, _, _): rejected[reason.code, default: 0] += 1
        case .failed(let kind): failed[kind, default: 0] += 1
        }
    }
}
