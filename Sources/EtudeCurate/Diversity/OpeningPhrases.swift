/// The phrases with which texts begin: their first three words.
public struct OpeningPhrases: Sendable, Hashable {
    /// A phrase and how many texts begin with it.
    public struct Phrase: Sendable, Hashable {
        /// Three folded words.
        public let words: String
        /// How many texts begin with it.
        public let texts: Int
    }

    /// Words of a phrase.
    static let length = 3
    /// How many phrases are the most frequent ones.
    static let most = 20

    /// The most frequent phrases of two texts or more, at most 20, equally frequent ones in the order of their bytes.
    public let frequent: [Phrase]
    /// The share of texts that begin with one of the 20 most frequent phrases; nil of no text.
    public let share: Double?

    /// The phrases of texts.
    init(of texts: EqualLengthTexts) {
        var counts: [String: Int] = [:]
        for key in texts.keys {
            let phrase = FoldedWords.prefix(Self.length, of: key) ?? key
            counts[String(decoding: phrase, as: UTF8.self), default: 0] += 1
        }
        let first = counts.map(Phrase.init).sorted { one, other in
            guard one.texts == other.texts else { return one.texts > other.texts }
            return one.words.utf8.lexicographicallyPrecedes(other.words.utf8)
        }
        .prefix(Self.most)
        frequent = first.filter { $0.texts > 1 }
        share = texts.keys.isEmpty ? nil : Double(first.reduce(0) { $0 + $1.texts }) / Double(texts.keys.count)
    }
}
