import EtudeText

/// Words replaced, inserted or removed between two short texts.
enum WordEdits: Sendable {
    /// Hashes of a text's words with up to so many left out, never all.
    ///
    /// Two texts that ``differ(_:_:byAtMost:)`` finds near share one: that of the words that stay in both.
    static func variants(of words: [String], leavingOut count: Int) -> Set<UInt64> {
        let hashes = words.map { TextHash.hash($0.utf8) }
        var variants: Set<UInt64> = []
        func extend(_ hash: UInt64, _ length: Int, from next: Int, _ left: Int) {
            guard next < hashes.count else {
                if length > 0 { variants.insert(hash) }
                return
            }
            extend(TextHash.mixed(hash &+ hashes[next]), length + 1, from: next + 1, left)
            if left > 0 { extend(hash, length, from: next + 1, left - 1) }
        }
        extend(0, 0, from: 0, count)
        return variants
    }

    /// Whether two texts differ by at most so many words replaced, inserted or removed (Levenshtein's distance), and by
    /// fewer than the longer has, so that a word stays.
    static func differ(_ first: [String], _ second: [String], byAtMost count: Int) -> Bool {
        guard abs(first.count - second.count) <= count else { return false }
        var row = Array(0...second.count)
        for (index, word) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let above = row[column + 1]
                row[column + 1] = min(diagonal + (word == other ? 0 : 1), min(above, row[column]) + 1)
                diagonal = above
            }
        }
        return row[second.count] <= min(count, max(first.count, second.count) - 1)
    }
}
