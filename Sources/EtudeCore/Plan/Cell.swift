/// One split at one k: the unit in which rows are asked for and candidates are decided.
public struct Cell: Sendable, Hashable {
    /// The position of the cell in the decision order, from 0.
    public let index: Int
    /// The split.
    public let split: String
    /// How many skills a text must show.
    public let k: Int
    /// The accepted rows asked for.
    public let rows: Int

    /// A cell of a plan.
    public init(index: Int, split: String, k: Int, rows: Int) {
        self.index = index
        self.split = split
        self.k = k
        self.rows = rows
    }

    /// For example `train/k3`.
    public var name: String { "\(split)/k\(k)" }
}
