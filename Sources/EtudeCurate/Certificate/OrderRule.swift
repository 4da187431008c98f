import EtudeCore

/// Whether rows stand in plan order, k ascending, one k a shard, through all shards of a split.
struct OrderRule {
    /// The last row of each split, and where it stands.
    private var last: [String: (row: Place, shard: String)] = [:]

    private struct Place {
        let k: Int
        let release: Int
        let planIndex: Int
    }

    /// What is out of order, as a sentence; rows of a shard come one after another.
    mutating func problem(of row: Row, in shard: String) -> String? {
        defer { last[row.split] = (Place(k: row.k, release: row.release, planIndex: row.planIndex), shard) }
        guard let (before, shardBefore) = last[row.split] else { return nil }
        guard before.k == row.k else {
            if shard == shardBefore { return "The shard holds rows of k \(before.k) and of k \(row.k)." }
            return before.k > row.k ? "Rows of k \(row.k) follow rows of k \(before.k)." : nil
        }
        // What a later release adds follows what it carries on.
        guard row.planIndex <= before.planIndex, row.release <= before.release else { return nil }
        return "Its `plan_index` \(row.planIndex) follows \(before.planIndex)."
    }
}
