import EtudeCore

/// Turns the bytes of a file, chunk by chunk, into UTF-8, and refuses what is no text.
protocol TextDecoder {
    /// The text of some bytes; a character that they cut in two comes with the next.
    mutating func decode(_ bytes: [UInt8]) throws(EtudeError) -> [UInt8]

    /// Refuses a character that was cut off by the end of the file.
    func finish() throws(EtudeError)
}

/// How far the reading of a file has come.
struct TextPosition {
    let file: String
    /// The bytes before.
    var offset = 0
    /// The line, from 1.
    var line = 1

    /// Goes on past a text that is fine.
    mutating func advance(over text: Span<UInt8>, bytes: Int) {
        var lines = 0
        for index in text.indices where text[index] == 0x0A { lines &+= 1 }
        line += lines
        offset += bytes
    }

    /// The failure for bytes that are no character.
    func invalid(_ encoding: String) -> EtudeError {
        EtudeError(
            .data,
            "The bytes at offset \(offset) are not valid \(encoding); save the file in UTF-8.",
            at: Place(file: file, line: line)
        )
    }

    /// The failure for a file that ends within a character.
    func truncated() -> EtudeError {
        EtudeError(
            .data,
            "The file ends in the middle of a character, at offset \(offset); copy or make the file again.",
            at: Place(file: file, line: line)
        )
    }

    /// The failure for a control character.
    func control(_ value: UInt32) -> EtudeError {
        let digits = String(value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return EtudeError(
            .data,
            "The character U+\(code) stands at offset \(offset), and control characters other than tabs and line ends are not "
                + "allowed; remove it.",
            at: Place(file: file, line: line)
        )
    }
}

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
