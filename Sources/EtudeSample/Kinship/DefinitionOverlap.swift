import Glibc

/// Two definitions that have most of the shorter one in common.
///
/// A definition is its set of content words; a word that stands in d of n definitions weighs log((n + 1) / d) (Sparck Jones
/// 1972), so that words which half the catalog uses count for little. Definitions overlap where the words in both, at least
/// three, weigh at least half as much as the lighter definition.
struct DefinitionOverlap: Hashable {
    /// The fewest common words.
    static let leastWords = 3
    /// The least percentage of the lighter definition.
    static let leastPercent = 50

    /// The position of one definition.
    let first: Int
    /// The position of a later one.
    let second: Int
    /// The weight of the common words as a percentage of the lighter definition's, rounded down.
    let percent: Int

    /// All pairs of definitions that overlap, by first and second.
    ///
    /// Every word's list of definitions is walked once for each definition that has it, so that the work is that of the
    /// common words and not of all pairs.
    static func all(_ definitions: [String]) -> [DefinitionOverlap] {
        let words = definitions.map { Set(ContentWords.of($0)) }
        var holders: [String: [Int]] = [:]
        for (index, words) in words.enumerated() {
            for word in words { holders[word, default: []].append(index) }
        }
        // Whole numbers: sums do not depend on the order.
        let weights = holders.mapValues { Int((1000 * log(Double(words.count + 1) / Double($0.count))).rounded()) }
        let total = words.map { words in words.reduce(0) { $0 + (weights[$1] ?? 0) } }
        var overlaps: [DefinitionOverlap] = []
        for first in words.indices {
            var common: [Int: (words: Int, weight: Int)] = [:]
            for word in words[first] {
                for second in holders[word] ?? [] where second > first {
                    let sum = common[second] ?? (0, 0)
                    common[second] = (sum.words + 1, sum.weight + (weights[word] ?? 0))
                }
            }
            for (second, sum) in common.sorted(by: { $0.key < $1.key }) where sum.words >= leastWords {
                let percent = sum.weight * 100 / min(total[first], total[second])
                guard percent >= leastPercent else { continue }
                overlaps.append(DefinitionOverlap(first: first, second: second, percent: percent))
            }
        }
        return overlaps
    }
}
