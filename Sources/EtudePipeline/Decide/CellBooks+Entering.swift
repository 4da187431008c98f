import EtudeCore
import EtudePublish

extension CellBooks {
    /// Enters a decision where it belongs.
    mutating func enter(_ disposition: Decision.Disposition) {
        switch disposition {
        case .row: accepted += 1
        case .rejected(.nearDuplicate, _, _, _, _), .rejected(.exactDuplicate, _, _, _, _): nearDuplicates += 1
        case .rejected(let reason, _, _, _, _): rejected[reason.code, default: 0] += 1
        case .failed(let kind): failed[kind, default: 0] += 1
        }
    }
}
