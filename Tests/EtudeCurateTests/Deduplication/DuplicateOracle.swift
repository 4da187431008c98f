import EtudeCurate
import EtudeText

/// The definition of near texts, applied to every pair.
struct DuplicateOracle {
    let settings: NearDuplicateSettings
    private(set) var texts: [(words: [String], shingles: [UInt64])] = []
    /// The texts that hold a shingle.
    private var holders: [UInt64: [Int]] = [:]

    init(settings: NearDuplicateSettings) { self.settings = settings }

    /// The rules by which a further text is near each text before it.
    mutating func add(_ text: String) -> [Int: DuplicateMatch.Rule] {
        let words = Folding.words(text)
        let shingles = Shingler(unit: settings.unit, size: settings.shingle).shingles(of: text)
        var common: [Int: Int] = [:]
        for shingle in shingles {
            for holder in holders[shingle, default: []] { common[holder, default: 0] += 1 }
            holders[shingle, default: []].append(texts.count)
        }
        var near: [Int: DuplicateMatch.Rule] = [:]
        for (other, kept) in texts.enumerated() {
            let count = common[other, default: 0]
            let similarity = Double(count) / Double(max(1, shingles.count + kept.shingles.count - count))
            if kept.words == words {
                near[other] = .exact
            } else if similarity >= settings.threshold {
                near[other] = .jaccard
            } else if differByWord(kept.words, words) {
                near[other] = .wordsChanged
            }
        }
        texts.append((words, shingles))
        return near
    }

    /// Whether short texts differ by one word, by what they have in common at both ends.
    private func differByWord(_ first: [String], _ second: [String]) -> Bool {
        let longer = max(first.count, second.count)
        guard settings.wordsChanged == 1, (2...24).contains(longer), abs(first.count - second.count) <= 1 else {
            return false
        }
        let head = zip(first, second).prefix { $0 == $1 }.count
        let tail = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        return head + tail >= longer - 1
    }
}
