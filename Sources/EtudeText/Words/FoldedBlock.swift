/// Eight bytes of ASCII folded at once, where each becomes one byte.
struct FoldedBlock {
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The folded letters and digits, and blanks for all else.
    let letters: UInt64
    /// Whether the last is a blank.
    let endsBetween: Bool

    /// Folds eight bytes; nil where a byte is no ASCII or an apostrophe, or where a blank would follow a blank.
    ///
    /// - Parameters:
    ///   - bytes: the bytes, the first lowest.
    ///   - isBetween: whether a blank stands before them.
    @inline(__always)
    init?(_ bytes: UInt64, isBetween: Bool) {
        // Capitals become small letters; digits and small letters have the bit already.
        let small = bytes | 0x2020_2020_2020_2020
        let letters = Self.atLeast(0x61, small) & ~Self.atLeast(0x7B, small)
        let digits = Self.atLeast(0x30, bytes) & ~Self.atLeast(0x3A, bytes)
        let kept = letters | digits
        let blanks = kept ^ Self.highs
        let apostrophes = (bytes ^ 0x2727_2727_2727_2727) &- 0x0101_0101_0101_0101
        let doubled = blanks & (blanks << 8 | (isBetween ? 0x80 : 0))
        guard (bytes | apostrophes & ~bytes) & Self.highs | doubled == 0 else { return nil }
        let mask = (kept >> 7) &* 0xFF
        self.letters = (small & mask) | (0x2020_2020_2020_2020 & ~mask)
        endsBetween = blanks >> 63 == 1
    }

    /// The high bit of each byte, itself below 0x80, that is at least a value.
    @inline(__always)
    private static func atLeast(_ value: UInt64, _ bytes: UInt64) -> UInt64 {
        ((bytes & ~highs) &+ (0x80 - value) &* 0x0101_0101_0101_0101) & highs
    }
}
