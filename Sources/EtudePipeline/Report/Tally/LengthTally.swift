/// How often texts of each number of words occur.
struct LengthTally {
    /// Texts by their number of words.
    private(set) var counts: [Int: Int] = [:]

    /// How many texts there are.
    var total: Int { counts.values.reduce(0, +) }
    /// The mean number of words; 0 of no text.
    var mean: Double {
        total == 0 ? 0 : Double(counts.reduce(0) { $0 + $1.key * $1.value }) / Double(total)
    }

    /// Takes a text.
    mutating func add(words: Int) { counts[words, default: 0] += 1 }

    /// Takes all texts of another tally.
    mutating func add(_ other: LengthTally) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// The number of words that a share of the texts does not exceed, such as the median of 0.5; 0 of no text.
    func quantile(_ share: Double) -> Int {
        let wanted = max(1, Int((Double(total) * share).rounded(.up)))
        var seen = 0
        for (words, count) in counts.sorted(by: { $0.key < $1.key }) {
            seen += count
            if seen >= wanted { return words }
        }
        return 0
    }
}
