import EtudeCore

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
