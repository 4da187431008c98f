import EtudeCore
import EtudeIngest
import EtudePublish

extension SetSpec {
    /// Decodes a set: all rows of some k of a split, or an equal number of each.
    init(name: String, splits: [SplitSpec], _ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        guard name.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil, name != "default" else {
            throw reader.failure(
                nil,
                "The set name \"\(name)\" should be lower-case letters, digits and single underscores."
            )
        }
        guard let splitName = try reader.string("split"), let split = splits.first(where: { $0.name == splitName })
        else {
            throw reader.failure(
                "split",
                "A set names one of the splits: \(splits.map(\.name).joined(separator: ", "))."
            )
        }
        var wanted: [Int] = []
        for text in try reader.strings("k") ?? [] {
            guard let k = Int(text), let held = split.rows.first(where: { $0.k == k }) else {
                throw reader.failure("k", "The split `\(splitName)` has no k = \(text).")
            }
            wanted.append(held.k)
        }
        guard !wanted.isEmpty else { throw reader.failure("k", "A set lists the k it takes, such as `k: [1, 2]`.") }
        let rows = try reader.int("rows")
        if let rows {
            let share = (rows + wanted.count - 1) / wanted.count
            let fewest = split.rows.filter { wanted.contains($0.k) }.map(\.rows).min() ?? 0
            guard rows > 0, share <= fewest else {
                throw reader.failure(
                    "rows",
                    "\(rows) rows of \(wanted.count) k are up to \(share) of each, and the split asks for \(fewest) at one of them."
                )
            }
        }
        try reader.refuseUnknownKeys()
        self.init(name: name, split: splitName, k: wanted, rows: rows)
    }
}
