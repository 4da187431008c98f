import EtudeCore
import EtudeText

/// Rows with edits of earlier ones planted at every similarity from a half to one.
struct PlantedRows {
    /// The texts in the order of the rows.
    private(set) var texts: [String] = []

    init(_ count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: Seed(seed))
        var words: [[String]] = []
        for _ in 0..<count {
            guard !words.isEmpty, random.below(2) == 0 else {
                words.append((0..<40 + random.below(81)).map { _ in "w\(random.below(20_000))" })
                continue
            }
            var edited = words[random.below(words.count)]
            for _ in 0..<random.below(1 + edited.count / 14) {
                edited[random.below(edited.count)] = "x\(random.below(20_000))"
            }
            words.append(edited)
        }
        texts = words.map { $0.joined(separator: " ") }
    }

    /// The rows as JSON Lines, each with its number as id and score, in an order.
    func lines(_ order: some Sequence<Int>) -> String {
        order.map { #"{"id":\#($0),"score":\#(texts.count - $0),"text":"\#(texts[$0])"}"# + "\n" }.joined()
    }

    /// The similarity of each pair of near rows, by comparing all pairs that share a shingle.
    func nearPairs(_ threshold: Double) -> [Int: [Int: Double]] {
        let shingler = Shingler(unit: .words, size: 5)
        let sets = texts.map { shingler.shingles(of: $0) }
        var holders: [UInt64: [Int]] = [:]
        var near: [Int: [Int: Double]] = [:]
        for (row, set) in sets.enumerated() {
            var common: [Int: Int] = [:]
            for shingle in set {
                for holder in holders[shingle, default: []] { common[holder, default: 0] += 1 }
                holders[shingle, default: []].append(row)
            }
            for (other, count) in common {
                let similarity = Double(count) / Double(set.count + sets[other].count - count)
                if similarity >= threshold { near[row, default: [:]][other] = similarity }
            }
        }
        return near
    }
}
