import EtudeCore

/// Control characters, of which text has none but tabs and line ends.
enum ControlCharacter {
    /// Whether a character is one that text may not have (general category Cc).
    static func isRefused(_ value: UInt32) -> Bool {
        (value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D) || (0x7F...0x9F).contains(value)
    }

    /// Where in a valid text in UTF-8 the first such character stands; nil for none.
    static func first(in text: Span<UInt8>) -> Int? {
        let (ones, highs) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
        var index = 0
        while index + 8 <= text.count {
            let word = text.word(at: index)
            let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
            let lead = word ^ 0xC2C2_C2C2_C2C2_C2C2
            // The high bit of each byte that is less than 0x20, or may be 0x7F or the first of U+0080 to U+00BF.
            let suspects =
                ((word &- 0x2020_2020_2020_2020) & ~word) | ((delete &- ones) & ~delete) | ((lead &- ones) & ~lead)
            if suspects & highs != 0 {
                for position in index..<index + 8 where isRefused(at: position, in: text) { return position }
            }
            index += 8
        }
        while index < text.count {
            if isRefused(at: index, in: text) { return index }
            index += 1
        }
        return nil
    }

    private static func isRefused(at index: Int, in text: Span<UInt8>) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return isRefused(UInt32(byte)) }
        return byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
    }
}
