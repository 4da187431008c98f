import CWordBlock

/// Where words stand in 64 bytes of a text, as sets of bits: bit n is byte n.
///
/// A run is what stands between blanks and signs of ASCII: one word mostly, or several where other signs are in it.
struct WordBlock {
    /// The bytes of a block.
    static let size = Int(ETUDE_WORDBLOCK_BYTES)

    private let bits: etude_wordblock

    /// Looks at the 64 bytes from an index on.
    @inline(__always)
    init(_ text: Span<UInt8>, at index: Int) {
        bits = unsafe text.extracting(index..<index + Self.size).withUnsafeBufferPointer { bytes in
            unsafe etude_wordblock_read(bytes.baseAddress)
        }
    }

    /// The first bytes of the runs.
    @inline(__always)
    var starts: UInt64 { bits.runs & ~(bits.runs &<< 1) }

    /// How many bytes from one on belong to its run; those beyond the block are not counted.
    @inline(__always)
    func length(from offset: Int) -> Int { (~(bits.runs &>> UInt64(offset))).trailingZeroBitCount }

    /// Whether fewer than 64 bytes from one on are letters and digits of ASCII.
    @inline(__always)
    func isPlain(_ offset: Int, _ length: Int) -> Bool {
        (bits.special &>> UInt64(offset)) & ((1 &<< UInt64(length)) &- 1) == 0
    }
}
