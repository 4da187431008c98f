/// When a row holds a text of a benchmark, by n-gram overlap.
///
/// Texts are compared folded (``EtudeText/Folding``). A text of at least ``n`` words is held by a row that has one of its runs
/// of n words (13 after Brown et al. 2020). A shorter one is cut into runs of ``short`` words (8, and a coverage of one half,
/// after Lambert et al. 2024), or is one run if it has no more; it is held by a row in whose runs at least the part
/// ``coverage`` of its words stands. Texts of fewer than ``leastWords`` words are not looked for.
public struct OverlapSettings: Sendable, Hashable {
    /// The fewest words that say anything.
    public static let leastWords = 4

    /// How many words a run has.
    public var n: Int
    /// How many words a run of a text with fewer than ``n`` words has.
    public var short: Int
    /// The part of the words of such a text that a row must have, above 0 and at most 1.
    public var coverage: Double
    /// Runs that stand in more than so many different texts of the benchmarks are ignored: they are the frame and not the
    /// content.
    public var mostTexts: Int

    /// Settings; without any, 13 words, 8 of short texts with half of their words, and runs of at most 10 texts.
    public init(n: Int = 13, short: Int = 8, coverage: Double = 0.5, mostTexts: Int = 10) {
        precondition(Self.leastWords <= short && short <= n, "A short run has from \(Self.leastWords) to n words.")
        precondition(coverage > 0 && coverage <= 1, "The coverage lies above 0 and up to 1.")
        precondition(mostTexts > 0, "A run stands in at least one text.")
        self.n = n
        self.short = short
        self.coverage = coverage
        self.mostTexts = mostTexts
    }

    /// How many words a run of a text has.
    func runWords(of words: Int) -> Int {
        words < n ? min(short, words) : n
    }
}
