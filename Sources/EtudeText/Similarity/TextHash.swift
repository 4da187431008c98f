/// The hash of shingles and words, the same on every machine and in every version.
///
/// FNV-1a of 64 bits (Fowler, Noll and Vo) over the bytes, then the finalizer of SplitMix64 (Steele, Lea and Flood 2014),
/// without which FNV's high bits are poor on short input.
public enum TextHash: Sendable {
    /// The hash of some bytes.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        let bytes = Array(bytes)
        return hash(bytes, in: bytes.indices)
    }

    /// The hash of some of an array's bytes.
    static func hash(_ bytes: [UInt8], in range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var position = range.lowerBound
        while position < range.upperBound {
            hash = (hash ^ UInt64(bytes[position])) &* 0x0000_0100_0000_01B3
            position += 1
        }
        return mixed(hash)
    }

    /// The finalizer of SplitMix64: a bijection in which every bit of the input touches every bit of the output.
    public static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
