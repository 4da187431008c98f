/// What a row holds of a benchmark.
public struct OverlapMatch: Sendable, Hashable {
    /// The index of the benchmark.
    public let benchmark: Int
    /// The indices of the items (``BenchmarkTexts/items``), ascending.
    public let items: [Int]
    /// The longest run of folded words that consists of runs of these items.
    public let span: String
}
