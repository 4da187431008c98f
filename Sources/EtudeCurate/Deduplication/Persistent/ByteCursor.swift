/// Reads numbers and bytes from first to last.
struct ByteCursor: Sendable {
    private var rest: ArraySlice<UInt8>

    /// A cursor at the start of some bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next bytes; nil where fewer are left.
    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// The next number of two bytes, little-endian.
    mutating func word16() -> UInt16? {
        guard let bytes = bytes(2) else { return nil }
        return UInt16(bytes[bytes.startIndex]) | UInt16(bytes[bytes.startIndex + 1]) << 8
    }

    /// The next number of four bytes, little-endian.
    mutating func word32() -> UInt32? {
        guard let low = word16(), let high = word16() else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }

    /// The next numbers of four bytes each; nil where fewer are left.
    mutating func words32(_ count: Int) -> [UInt32]? {
        guard rest.count >= 4 * count else { return nil }
        return (0..<count).compactMap { _ in word32() }
    }
}

extension [UInt8] {
    /// Appends a number, little-endian.
    mutating func append(littleEndian number: UInt32) {
        for shift in stride(from: 0 as UInt32, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Appends a number, little-endian.
    mutating func append(littleEndian number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }
}
