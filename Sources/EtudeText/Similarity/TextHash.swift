import EtudeCore

/// The hash of shingles and words, the same on every machine and in every version.
///
/// The bytes are taken eight at a time as little-endian numbers, the last of them filled up with zeros: h becomes the two
/// halves of the 128-bit product of (h xor number) and a constant, xored. It begins with the count of bytes, times another
/// constant, and ends with the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
public enum TextHash: Sendable {
    private static let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
    private static let lengthFactor: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// The hash of some bytes.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        let bytes = Array(bytes)
        return hash(bytes.span, from: 0, to: bytes.count)
    }

    /// The hash of the bytes from one place to another.
    @inline(__always)
    static func hash(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: end - start) &* lengthFactor
        var position = start
        while position + 8 <= end {
            hash = folded(hash ^ bytes.word(at: position))
            position += 8
        }
        if position < end { hash = folded(hash ^ rest(bytes, from: position, to: end)) }
        return mixed(hash)
    }

    /// The finalizer of SplitMix64: a bijection in which every bit of the input touches every bit of the output.
    @inline(__always)
    public static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    @inline(__always)
    private static func folded(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }

    /// One to seven bytes as a number; where bytes stand before them, by one load that takes those along.
    @inline(__always)
    private static func rest(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
        guard end < 8 else { return bytes.word(at: end - 8) >> UInt64(64 - (end - start) * 8) }
        var number: UInt64 = 0
        for position in stride(from: end - 1, through: start, by: -1) {
            number = number << 8 | UInt64(bytes[position])
        }
        return number
    }
}
