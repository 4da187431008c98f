import EtudeCore

/// Whether rows stand in plan order, k ascending, one k a shard.
struct OrderRule {
    private var lastK: [String: Int] = [:]
    private var shard = ""
    private var last: (k: Int, planIndex: Int)?

    /// What is out of order, as a sentence; rows of a shard come one after another.
    mutating func problem(of row: Row, in shard: String) -> String? {
        if shard != self.shard {
            self.shard = shard
            last = nil
        }
        defer {
            last = (row.k, row.planIndex)
            lastK[row.split] = row.k
        }
        if let last, last.k != row.k { return "The shard holds rows of k \(last.k) and of k \(row.k)." }
        if let last, last.planIndex >= row.planIndex {
            return "Its `plan_index` \(row.planIndex) follows \(last.planIndex) in the shard."
        }
        if let before = lastK[row.split], before > row.k { return "Rows of k \(row.k) follow rows of k \(before)." }
        return nil
    }
}
