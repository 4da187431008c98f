import EtudeCore
import EtudeIngest

/// A published subset of a split: all rows of some k, or an equal number of each.
public struct SetSpec: Sendable {
    /// The name of the subset.
    public var name: String
    /// The split it is taken from.
    public var split: String
    /// The k whose rows belong to it, ascending.
    public var k: [Int]
    /// How many rows it has; nil for all.
    public var rows: Int?

    init(name: String, splits: [SplitSpec], _ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        self.name = name
        guard name.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil, name != "default" else {
            throw reader.failure(nil, "The set name \"\(name)\" should be lower-case letters, digits and single underscores.")
        }
        guard let splitName = try reader.string("split"), let split = splits.first(where: { $0.name == splitName }) else {
            throw reader.failure("split", "A set names one of the splits: \(splits.map(\.name).joined(separator: ", ")).")
        }
        self.split = splitName
        k = []
        for text in try reader.strings("k") ?? [] {
            guard let number = Int(text), split.rows.contains(where: { $0.k == number }) else {
                throw reader.failure("k", "The split `\(splitName)` has no k = \(text).")
            }
            k.append(number)
        }
        k.sort()
        guard !k.isEmpty else { throw reader.failure("k", "A set lists the k it takes, such as `k: [1, 2]`.") }
        rows = try reader.int("rows")
        if let rows {
            let held = split.rows.filter { k.contains($0.k) }.map(\.rows)
            let share = (rows + k.count - 1) / k.count
            guard rows > 0, let fewest = held.min(), share <= fewest else {
                throw reader.failure(
                    "rows",
                    "\(rows) rows of \(k.count) k are up to \(share) of each, and the split asks for \(held.min() ?? 0) at one of them."
                )
            }
        }
        try reader.refuseUnknownKeys()
    }
}
