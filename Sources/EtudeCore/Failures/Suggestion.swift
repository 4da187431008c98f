/// Finds the known word nearest to one that is not known, for "did you mean".
public enum Suggestion: Sendable {
    /// The nearest of some words by edit distance, if it is near enough to be meant.
    ///
    /// - Parameters:
    ///   - word: what was written.
    ///   - known: the words that would have been understood.
    /// - Returns: the nearest within a third of the word's length, or nil; nothing is near to a word of more than 64 bytes.
    public static func nearest(to word: String, in known: some Sequence<String>) -> String? {
        guard word.utf8.count <= 64 else { return nil }
        let candidates = known.map { (distance: distance(word, $0), word: $0) }
        guard let best = candidates.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
        return best.distance <= max(2, word.count / 3) ? best.word : nil
    }

    /// The Levenshtein distance of two words, in characters.
    static func distance(_ first: String, _ second: String) -> Int {
        let target = Array(second)
        var row = Array(0...target.count)
        for (rowIndex, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = rowIndex + 1
            for (index, other) in target.enumerated() {
                let above = row[index + 1]
                row[index + 1] = min(diagonal + (letter == other ? 0 : 1), min(above, row[index]) + 1)
                diagonal = above
            }
        }
        return row[target.count]
    }
}
