/// Texts of JSON whose escapes have been checked.
public enum JSONText: Sendable {
    /// The text that the bytes between two quotes stand for, in UTF-8; one half of a surrogate pair becomes U+FFFD.
    ///
    /// - Parameters:
    ///   - range: the bytes between the quotes, as ``JSONScanner`` found them.
    ///   - bytes: the whole they stand in.
    /// - Returns: the text without escapes.
    public static func plain(_ range: Range<Int>, of bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(range.count)
        var start = range.lowerBound
        let text = bytes.span.extracting(..<range.upperBound)
        while let escape = text.firstIndex(of: UInt8(ascii: "\\"), from: start) {
            plain += bytes[start..<escape]
            start = append(escape, before: range.upperBound, of: bytes, to: &plain)
        }
        plain += bytes[start..<range.upperBound]
        return plain
    }

    /// Appends what one escape stands for, and says where the text goes on.
    private static func append(_ escape: Int, before end: Int, of bytes: [UInt8], to plain: inout [UInt8]) -> Int {
        switch bytes[escape + 1] {
        case UInt8(ascii: "b"): plain.append(0x08)
        case UInt8(ascii: "f"): plain.append(0x0C)
        case UInt8(ascii: "n"): plain.append(0x0A)
        case UInt8(ascii: "r"): plain.append(0x0D)
        case UInt8(ascii: "t"): plain.append(0x09)
        case UInt8(ascii: "u"): return appendUnits(escape, before: end, of: bytes, to: &plain)
        default: plain.append(bytes[escape + 1])
        }
        return escape + 2
    }

    private static func appendUnits(_ escape: Int, before end: Int, of bytes: [UInt8], to plain: inout [UInt8]) -> Int {
        let high = unit(at: escape + 2, of: bytes)
        if (0xD800..<0xDC00).contains(high), escape + 12 <= end, bytes[escape + 6] == UInt8(ascii: "\\"),
            bytes[escape + 7] == UInt8(ascii: "u")
        {
            let low = unit(at: escape + 8, of: bytes)
            if (0xDC00..<0xE000).contains(low) {
                append(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &plain)
                return escape + 12
            }
        }
        append(high, to: &plain)
        return escape + 6
    }

    private static func append(_ value: UInt32, to plain: inout [UInt8]) {
        for byte in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            plain.append(byte)
        }
    }

    /// The code unit that four hexadecimal digits spell.
    private static func unit(at position: Int, of bytes: [UInt8]) -> UInt32 {
        bytes[position..<position + 4].reduce(0) { unit, digit in
            unit << 4 | UInt32(digit & 0x0F) + (digit > UInt8(ascii: "9") ? 9 : 0)
        }
    }
}
