import EtudeText

/// Consecutive folded words that a text shares with another.
struct WordRun: Sendable {
    /// The words.
    let words: ArraySlice<String>
    /// How much they weigh, in half words: a word 2, an ideograph or hiragana sign 1, a word that is not counted 0.
    let weight: Int

    /// The weight from which on a run is a copy: eight words.
    ///
    /// Language models' training sets were searched for copies by runs of eight words (Radford et al. 2019). Measured: 160
    /// recorded answers of a model share six at most with their requests, and the clauses of the shipped catalog five with
    /// its definitions and examples.
    static let copied = 16

    /// The heaviest run that a text shares with a source.
    ///
    /// - Parameters:
    ///   - text: the words of the text.
    ///   - source: the words of the other text, in order.
    ///   - uncounted: words that may stand in a run and weigh nothing.
    /// - Returns: the first of the heaviest runs; nil where no word is shared.
    static func heaviest(
        in text: WordPlaces,
        sharedWith source: [String],
        uncounted: Set<String> = []
    ) -> WordRun? {
        let words = text.words
        var best: WordRun?
        for start in source.indices {
            for place in text.places[source[start]] ?? [] {
                // A run that began earlier was weighed there.
                if start > 0, place > 0, source[start - 1] == words[place - 1] { continue }
                let length = zip(source[start...], words[place...]).prefix { $0 == $1 }.count
                let run = words[place..<place + length]
                let weight = run.reduce(0) { $0 + (uncounted.contains($1) ? 0 : Self.weight(of: $1)) }
                if weight > best?.weight ?? 0 { best = WordRun(words: run, weight: weight) }
            }
        }
        return best
    }

    /// How much a word weighs, in half words.
    static func weight(of word: String) -> Int {
        guard let first = word.unicodeScalars.first, !first.isASCII else { return 2 }
        return first.properties.isIdeographic || (0x3041...0x3096).contains(first.value) ? 1 : 2
    }
}
