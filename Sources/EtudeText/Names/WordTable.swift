import CBytes
import EtudeCore

/// Numbers of words, found by the words' bytes, so that a text need not be cut into strings.
struct WordTable: Sendable {
    /// A word of a name.
    struct Word {
        let text: String
        let number: Int
        /// Whether a name begins with it.
        let isFirst: Bool
    }

    private struct Entry {
        let key: UInt64
        let word: Range<Int>
        let number: Int
    }

    /// The words with which names begin: few words of a text are any of them.
    private(set) var firsts: WordSet
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: an entry, or -1; at least half of them are free.
    private var slots: [Int]

    /// A table of words, each once.
    init(_ words: [Word]) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [Int](repeating: -1, count: size)
        firsts = WordSet(capacity: words.count)
        for word in words {
            let start = bytes.count
            bytes += word.text.utf8
            let key = Self.key(of: bytes.span, start..<bytes.count)
            if word.isFirst { firsts.insert(key) }
            var slot = Self.slot(key, bytes.count - start, of: size)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = entries.count
            entries.append(Entry(key: key, word: start..<bytes.count, number: word.number))
        }
    }

    /// The first eight bytes of a word, the first lowest; zeros for those that it does not have.
    static func key(of text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for index in range.prefix(8).reversed() { key = key << 8 | UInt64(text[index]) }
        return key
    }

    /// The number of a folded word; nil for one that the table does not have.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - range: where the word stands in it.
    /// - Returns: the number.
    func number(of text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        number(of: text, range, key: Self.key(of: text, range), fold: 0)
    }

    /// The number of a word of ASCII letters and digits in any case; nil for one that the table does not have.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - range: where the word stands in it.
    /// - Returns: the number.
    func number(ofPlain text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let key =
            range.count >= 8
            ? text.word(at: range.lowerBound) | blanks
            : Self.key(of: text, range) | blanks & ((1 << UInt64(range.count * 8)) - 1)
        return number(of: text, range, key: key, fold: 0x20)
    }

    private func number(of text: Span<UInt8>, _ range: Range<Int>, key: UInt64, fold: UInt8) -> Int? {
        var slot = Self.slot(key, range.count, of: slots.count)
        while slots[slot] >= 0 {
            let entry = entries[slots[slot]]
            if entry.key == key, entry.word.count == range.count, isSame(text, range, entry.word, fold) {
                return entry.number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func slot(_ key: UInt64, _ length: Int, of size: Int) -> Int {
        (Int(truncatingIfNeeded: etude_word_hash(key) >> 32) &+ length) & (size - 1)
    }

    /// Whether a word, its folded bits set, has the bytes of another behind the first eight.
    private func isSame(_ text: Span<UInt8>, _ range: Range<Int>, _ word: Range<Int>, _ fold: UInt8) -> Bool {
        guard range.count > 8 else { return true }
        for offset in 8..<range.count
        where text[range.lowerBound + offset] | fold != bytes[word.lowerBound + offset] {
            return false
        }
        return true
    }
}
