/// Looks for aliases in YAML before it is parsed.
enum YAMLAliases {
    /// The text with words in place of what may be aliases; nil where there are none, or no anchors to go with them.
    ///
    /// A file of some lines can stand for more nodes than any memory holds if aliases are followed, so a file with both is
    /// parsed in this form first. What merely looks like an alias does no harm.
    static func replaced(in text: String) -> String? {
        var bytes = Array(text.utf8)
        let stars = places(of: UInt8(ascii: "*"), in: bytes)
        guard !stars.isEmpty, !places(of: UInt8(ascii: "&"), in: bytes).isEmpty else { return nil }
        for place in stars { bytes[place] = UInt8(ascii: "x") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where a sign stands as the first of a word that it may mark.
    private static func places(of sign: UInt8, in bytes: [UInt8]) -> [Int] {
        let before = Array(" \t\r\n[]{},:-?\"'".utf8)
        return bytes.indices.filter { index in
            bytes[index] == sign && (index == 0 || before.contains(bytes[index - 1]))
                && index + 1 < bytes.count && bytes[index + 1] > 0x20
        }
    }
}
