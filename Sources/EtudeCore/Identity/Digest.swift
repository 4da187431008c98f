/// The 32 bytes of a SHA-256.
public struct Digest: Sendable, Hashable {
    /// The bytes, first to last.
    public let bytes: [UInt8]

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Self.hex(bytes[...]) }

    /// The first `count` hexadecimal digits.
    ///
    /// - Parameter count: an even number of digits, at most 64.
    /// - Returns: the digits.
    public func hex(first count: Int) -> String { Self.hex(bytes.prefix(count / 2)) }

    /// The first eight bytes, read as a big-endian number.
    public var leadingWord: UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The first sixteen bytes, read as a big-endian number.
    public var leadingWords: UInt128 {
        bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
