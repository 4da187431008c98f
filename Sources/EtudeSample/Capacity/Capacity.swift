/// How many combinations of a space a cell may draw.
public struct Capacity: Sendable, Hashable {
    /// The combinations.
    public let count: UInt128
    /// Whether they were counted; a pool so large that counting would take minutes is estimated from a sample.
    public let isExact: Bool
}
