import CBytes

/// Where words stand in 64 bytes of a text, as sets of bits: bit n is byte n.
///
/// A run is what stands between blanks and signs of ASCII: one word mostly, or several where other signs are in it.
struct WordBlock {
    /// The bytes of a block.
    static let size = Int(ETUDE_BLOCK_BYTES)

    /// The bytes of runs: letters and digits, apostrophes, and all beyond ASCII.
    let runs: UInt64
    /// Those of them that are no letters and digits.
    let special: UInt64

    /// Looks at the 64 bytes from an index on, of which those before an end count.
    @inline(__always)
    init(_ text: Span<UInt8>, at index: Int, before end: Int) {
        let bits = unsafe text.extracting(index..<index + Self.size).withUnsafeBufferPointer { bytes in
            unsafe etude_words(bytes.baseAddress)
        }
        let counted: UInt64 = end - index < Self.size ? (1 &<< UInt64(end - index)) &- 1 : .max
        runs = bits.runs & counted
        special = bits.special & counted
    }

    /// The first bytes of the runs.
    @inline(__always)
    var starts: UInt64 { runs & ~(runs &<< 1) }

    /// How many bytes from one on belong to its run; those beyond the block are not counted.
    @inline(__always)
    func length(from offset: Int) -> Int { (~(runs &>> UInt64(offset))).trailingZeroBitCount }

    /// The special ones of fewer than 64 bytes.
    @inline(__always)
    func special(from offset: Int, length: Int) -> UInt64 {
        (special &>> UInt64(offset)) & ((1 &<< UInt64(length)) &- 1)
    }
}
