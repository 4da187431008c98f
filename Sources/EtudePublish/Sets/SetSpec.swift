/// A subset of a split that is published under a name of its own.
public struct SetSpec: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The split whose rows it takes.
    public let split: String
    /// The k it takes, ascending.
    public let k: [Int]
    /// How many rows it takes, equally many of each k; nil for all.
    public let rows: Int?

    /// A subset of a split.
    public init(name: String, split: String, k: [Int], rows: Int? = nil) {
        self.name = name
        self.split = split
        self.k = k.sorted()
        self.rows = rows
    }
}
