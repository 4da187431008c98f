/// Decides which rows of a batch are kept, in their order: a row near to a kept one is dropped, be that in the index or before it
/// in the batch.
public enum BatchDecision: Sendable {
    /// The matches of all rows of a batch.
    ///
    /// - Parameters:
    ///   - candidates: with what rows are to be compared.
    ///   - matches: what was found in the index for each row; it comes before what is found in the batch.
    ///   - compare: compares a row with a kept row of the batch before it.
    /// - Returns: the first match of each row; nil for a row that is kept.
    /// - Throws: what comparing throws.
    public static func matches<Match, Failure: Error>(
        _ candidates: BatchCandidates,
        inIndex matches: [Match?],
        compare: (_ row: Int, _ kept: Int) throws(Failure) -> Match?
    ) throws(Failure) -> [Match?] {
        var matches = matches
        /// The kept rows that have a key, ascending.
        var holders: [UInt64: [Int]] = [:]
        var next = 0
        while next < candidates.shared.count {
            let row = Int(candidates.shared[next].row)
            var keys: [UInt64] = []
            while next < candidates.shared.count, candidates.shared[next].row == row {
                let shared = candidates.shared[next]
                keys.append(UInt64(shared.column) << 32 | UInt64(shared.hash))
                next += 1
            }
            guard matches[row] == nil else { continue }
            for kept in Set(keys.flatMap { holders[$0, default: []] }).sorted() {
                matches[row] = try compare(row, kept)
                guard matches[row] == nil else { break }
            }
            guard matches[row] == nil else { continue }
            for key in keys where holders[key]?.last != row { holders[key, default: []].append(row) }
        }
        return matches
    }
}
