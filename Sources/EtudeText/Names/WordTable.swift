import EtudeCore

/// Numbers of words, found by the words' bytes, so that a text need not be cut into strings.
///
/// Nearly every word of a text is none with which a name begins, which one look at a set of bits tells.
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

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: an entry, or -1; at least half of them are free.
    private var slots: [Int]
    /// A set of bits by the high bits of the hashes of words, in which that of each first word is set.
    private(set) var firsts: [UInt64]
    /// How far a hash is moved to be the number of a bit.
    let firstsShift: UInt64

    /// A table of words, each once.
    init(_ words: [Word]) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [Int](repeating: -1, count: size)
        let bits = min(23, max(16, UInt64.bitWidth - UInt64(words.count * 32).leadingZeroBitCount))
        firsts = [UInt64](repeating: 0, count: 1 << (bits - 6))
        firstsShift = UInt64(64 - bits)
        for word in words {
            let start = bytes.count
            bytes += word.text.utf8
            let key = Self.key(of: bytes.span, start..<bytes.count)
            let hash = Self.hash(key, bytes.count - start)
            if word.isFirst {
                let bit = Int(hash >> firstsShift)
                firsts[bit / 64] |= 1 << UInt64(bit % 64)
            }
            var slot = Self.slot(hash, of: size)
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

    /// Whether a name may begin with a word of a hash: 1, or 0 where none does.
    @inline(__always)
    static func isFirst(_ hash: UInt64, in firsts: Span<UInt64>, shift: UInt64) -> UInt64 {
        let bit = hash &>> shift
        return (firsts[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63)) & 1
    }

    /// The hash of a word by its key and length; the high bits are the best.
    @inline(__always)
    static func hash(_ key: UInt64, _ length: Int) -> UInt64 {
        (key ^ UInt64(truncatingIfNeeded: length) &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9FB2_1C65_1E98_DF25
    }

    /// The number of a word; nil for one that the table does not have.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - range: where the word stands in it.
    ///   - key: the word's key, folded.
    ///   - fold: the bits to set in each byte: 0x20 for a word of ASCII letters and digits, 0 for one that is folded.
    /// - Returns: the number.
    func number(of text: Span<UInt8>, _ range: Range<Int>, key: UInt64, fold: UInt8) -> Int? {
        var slot = Self.slot(Self.hash(key, range.count), of: slots.count)
        while slots[slot] >= 0 {
            let entry = entries[slots[slot]]
            if entry.key == key, entry.word.count == range.count, isSame(text, range, entry.word, fold) {
                return entry.number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static func slot(_ hash: UInt64, of size: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 32) & (size - 1)
    }

    private func isSame(_ text: Span<UInt8>, _ range: Range<Int>, _ word: Range<Int>, _ fold: UInt8) -> Bool {
        guard range.count > 8 else { return true }
        for offset in 8..<range.count
        where text[range.lowerBound + offset] | fold != bytes[word.lowerBound + offset] {
            return false
        }
        return true
    }
}
