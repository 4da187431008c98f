/// Mends the blanks of names as people type them.
enum Spelling {
    /// The text less the blanks around it, each run of blanks within made one, and none inside of a parenthesis's ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isASCII = true
        for byte in text.utf8 {
            isASCII = isASCII && byte < 0x80
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            guard isBlank || byte == UInt8(ascii: ")") else {
                bytes.append(byte)
                continue
            }
            guard isBlank else {
                if bytes.last == 0x20 { bytes.removeLast() }
                bytes.append(byte)
                continue
            }
            if let last = bytes.last, last != 0x20, last != UInt8(ascii: "(") { bytes.append(0x20) }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        guard isASCII else { return general(text) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same for texts that may have blanks of other scripts.
    private static func general(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(" )", with: ")")
            .replacing("( ", with: "(")
    }
}
