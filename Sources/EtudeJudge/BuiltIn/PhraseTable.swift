/// Phrases as numbered words, found by their first.
struct PhraseTable {
    private var phrases: [Int: [(words: [Int], owner: Int)]] = [:]

    /// Adds a phrase of an owner; one without words is not added.
    mutating func add(_ words: [Int], owner: Int) {
        guard let first = words.first else { return }
        phrases[first, default: []].append((words, owner))
    }

    /// The phrases that stand in a text at a position, each with its owner.
    func matches(in text: [Int], at position: Int) -> [(length: Int, owner: Int)] {
        guard position < text.count, let candidates = phrases[text[position]] else { return [] }
        return candidates.compactMap { candidate in
            text[position...].starts(with: candidate.words) ? (candidate.words.count, candidate.owner) : nil
        }
    }
}
