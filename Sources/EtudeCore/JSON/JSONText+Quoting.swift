extension JSONText {
    /// Appends a text in quotes, with control characters and U+2028/U+2029 escaped.
    ///
    /// - Parameters:
    ///   - source: what holds the text in UTF-8.
    ///   - range: where it stands there.
    ///   - target: what it is appended to.
    static func quote(_ source: [UInt8], _ range: Range<Int>, to target: inout [UInt8]) {
        target.append(UInt8(ascii: "\""))
        var written = range.lowerBound
        var position = endOfPlain(written..<range.upperBound, in: source)
        while position < range.upperBound {
            if let (unit, length) = escapedUnit(at: position, in: source) {
                target += source[written..<position]
                escape(unit, to: &target)
                position += length
                written = position
            } else {
                position += 1
            }
            position = endOfPlain(position..<range.upperBound, in: source)
        }
        target += source[written..<range.upperBound]
        target.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Where a run of bytes ends that are written as they are, or a little earlier.
    private static func endOfPlain(_ range: Range<Int>, in source: [UInt8]) -> Int {
        let block = 32
        var position = range.lowerBound
        while position + block <= range.upperBound {
            // All bytes of a block are asked alike, so that the compiler asks them at once.
            var special: UInt8 = 0
            for byte in source[position..<position + block] { special |= isSpecial(byte) }
            guard special == 0 else { break }
            position += block
        }
        while position < range.upperBound, isSpecial(source[position]) == 0 { position += 1 }
        return position
    }

    /// 1 for a byte that is not written as it is, or not always; else 0.
    private static func isSpecial(_ byte: UInt8) -> UInt8 {
        (byte &- 0x20 > 0x5E ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0) | (byte == UInt8(ascii: "\\") ? 1 : 0)
    }

    /// The code unit at a position and its length in bytes; nil for one that is written as it is.
    private static func escapedUnit(at position: Int, in source: [UInt8]) -> (unit: UInt16, length: Int)? {
        switch source[position] {
        case let byte where byte < 0x80: isSpecial(byte) == 1 ? (UInt16(byte), 1) : nil
        // U+0080 to U+009F are C2 80 to C2 9F, U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        case 0xC2 where source[position + 1] < 0xA0: (UInt16(source[position + 1]), 2)
        case 0xE2 where source[position + 1] == 0x80 && source[position + 2] & 0xFE == 0xA8:
            (0x2000 + UInt16(source[position + 2]) - 0x80, 3)
        default: nil
        }
    }

    private static func escape(_ unit: UInt16, to target: inout [UInt8]) {
        target.append(UInt8(ascii: "\\"))
        switch unit {
        case 0x22, 0x5C: target.append(UInt8(unit))
        case 0x0A: target.append(UInt8(ascii: "n"))
        case 0x0D: target.append(UInt8(ascii: "r"))
        case 0x09: target.append(UInt8(ascii: "t"))
        default:
            target.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] { target.append(digits[Int(unit >> shift & 15)]) }
        }
    }
}
