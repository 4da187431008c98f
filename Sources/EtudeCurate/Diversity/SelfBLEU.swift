import Foundation

/// How much each text is like all others together (Zhu and others 2018, arXiv 1802.01886).
enum SelfBLEU {
    /// The longest n-grams compared.
    static let longest = 4
    /// The matches that count where there are none: method 1 of Chen and Cherry (2014), by which Zhu and others smooth.
    private static let smoothing = 0.1

    /// The mean over texts of BLEU-4 (Papineni and others 2002), all other texts being the references.
    ///
    /// The n-gram precisions weigh the same. Texts of equal length have no brevity penalty. A text that shares no word with
    /// any other has 0.
    ///
    /// - Parameter grams: the n-grams of the texts for n from 1 to ``longest``.
    /// - Returns: the mean, from 0 to 1; nil of fewer than two texts.
    static func mean(_ grams: [NGrams]) -> Double? {
        let matches = grams.map(\.clippedMatches)
        guard let words = matches.first, words.count > 1 else { return nil }
        let scores = words.indices.map { text in
            words[text] == 0 ? 0 : score(zip(grams, matches).map { (matches: $1[text], of: $0.perText) })
        }
        return scores.reduce(0, +) / Double(scores.count)
    }

    private static func score(_ counts: [(matches: Int, of: Int)]) -> Double {
        let logarithms = counts.map { log(($0.matches == 0 ? smoothing : Double($0.matches)) / Double($0.of)) }
        return exp(logarithms.reduce(0, +) / Double(counts.count))
    }
}
