/// Numbers of words, found by the words' bytes, so that a text need not be cut into strings.
struct WordTable: Sendable {
    private struct Entry {
        let word: Range<Int>
        let number: Int
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: an entry, or -1; at least half of them are free.
    private var slots: [Int]

    /// A table of words, each once.
    init(_ words: [(word: String, number: Int)]) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [Int](repeating: -1, count: size)
        for (word, number) in words {
            let start = bytes.count
            bytes += word.utf8
            var slot = Int(truncatingIfNeeded: TextHash.hash(bytes.span, from: start, to: bytes.count)) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = entries.count
            entries.append(Entry(word: start..<bytes.count, number: number))
        }
    }

    /// The number of a word; nil for one that the table does not have.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - range: where the word stands in it.
    /// - Returns: the number.
    func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let hash = TextHash.hash(text, from: range.lowerBound, to: range.upperBound)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[slots[slot]]
            if entry.word.count == range.count, isSame(text, range, entry.word) { return entry.number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func isSame(_ text: Span<UInt8>, _ range: Range<Int>, _ word: Range<Int>) -> Bool {
        for offset in 0..<range.count where text[range.lowerBound + offset] != bytes[word.lowerBound + offset] {
            return false
        }
        return true
    }
}
