import CBytes

/// A set of words by their first eight bytes, in which a few others may seem to be.
struct WordSet: Sendable {
    /// By the high bits of a hash, whether a word of that hash is in the set.
    private(set) var bits: [UInt64]
    /// How far a hash is moved to be the number of a bit.
    let shift: UInt32

    /// An empty set that so many words go into.
    init(capacity: Int) {
        let size = min(24, max(17, UInt64.bitWidth - UInt64(capacity * 64).leadingZeroBitCount))
        bits = [UInt64](repeating: 0, count: 1 << (size - 6))
        shift = UInt32(64 - size)
    }

    /// Whether a word of a key (``WordTable/key(of:_:)``) may be in the set.
    func contains(_ key: UInt64) -> Bool {
        let bit = Int(etude_word_hash(key) >> UInt64(shift))
        return bits[bit / 64] >> UInt64(bit % 64) & 1 == 1
    }

    /// Puts a word of a key into the set.
    mutating func insert(_ key: UInt64) {
        let bit = Int(etude_word_hash(key) >> UInt64(shift))
        bits[bit / 64] |= 1 << UInt64(bit % 64)
    }
}
