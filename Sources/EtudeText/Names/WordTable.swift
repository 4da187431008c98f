import EtudeCore

/// Numbers of words, found by the words' bytes, so that a text need not be cut into strings.
///
/// Nearly every word of a text is none of them, which one look into a filter tells.
struct WordTable: Sendable {
    /// Which words a place of the filter stands for.
    struct Use: OptionSet {
        let rawValue: UInt8

        /// Words with which a name begins.
        static let first = Use(rawValue: 1)
        /// Words of names.
        static let any = Use(rawValue: 2)
    }

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
    /// By the hash of a word's first bytes and length, what words it may be.
    private(set) var filter: [UInt8]
    /// How far a hash is moved to be a place of the filter.
    let filterShift: UInt64

    /// A table of words, each once.
    init(_ words: [Word]) {
        var size = 8
        while size < words.count * 2 { size *= 2 }
        slots = [Int](repeating: -1, count: size)
        let bits = min(20, max(13, UInt64.bitWidth - UInt64(words.count * 8).leadingZeroBitCount))
        filter = [UInt8](repeating: 0, count: 1 << bits)
        filterShift = UInt64(64 - bits)
        for word in words {
            let start = bytes.count
            bytes += word.text.utf8
            let key = Self.key(of: bytes.span, start..<bytes.count)
            let hash = Self.hash(key, bytes.count - start)
            filter[Int(hash >> filterShift)] |= (word.isFirst ? [.first, .any] : Use.any).rawValue
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

    /// The hash of a word, all of whose bits follow from its key and length; the high ones are the best.
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
