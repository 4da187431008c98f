/// Finds words in text by their bytes where that comes to the same as comparing characters, which is many times slower.
public enum TextSearch: Sendable {
    /// The first place of a pattern in a text, the same that `firstRange(of:)` finds.
    ///
    /// - Parameters:
    ///   - pattern: what is looked for; not empty.
    ///   - text: where it is looked for.
    /// - Returns: the place, or nil.
    public static func firstRange(of pattern: String, in text: Substring) -> Range<String.Index>? {
        let isPrintable = pattern.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        // ASCII is its own normal form, and but for line ends each of its bytes is a character.
        guard isASCII(text) else {
            let mayHold =
                !isPrintable || position(of: pattern.utf8.span, in: text.utf8.span) != nil
                || text.unicodeScalars.contains(where: isLikeASCII)
            return mayHold ? text.firstRange(of: pattern) : nil
        }
        guard isPrintable else { return canEqualASCII(pattern) ? text.firstRange(of: pattern) : nil }
        guard let position = position(of: pattern.utf8.span, in: text.utf8.span) else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: position)
        return start..<text.utf8.index(start, offsetBy: pattern.utf8.count)
    }

    /// Whether a text holds another, byte for byte.
    public static func holds(_ pattern: String, in text: String) -> Bool {
        pattern.isEmpty || position(of: pattern.utf8.span, in: text.utf8.span) != nil
    }

    /// Whether a text holds no byte beyond ASCII.
    public static func isASCII(_ text: Substring) -> Bool {
        let bytes = text.utf8.span
        var all: UInt8 = 0
        for position in bytes.indices { all |= bytes[position] }
        return all < 0x80
    }

    /// Where a run of bytes first stands.
    ///
    /// - Parameters:
    ///   - pattern: the run; not empty.
    ///   - bytes: where it is looked for.
    /// - Returns: the place of its first byte, or nil.
    public static func position(of pattern: Span<UInt8>, in bytes: Span<UInt8>) -> Int? {
        let first = pattern[0]
        var position = 0
        while position + pattern.count <= bytes.count {
            if bytes[position] == first {
                var length = 1
                while length < pattern.count, bytes[position + length] == pattern[length] { length += 1 }
                if length == pattern.count { return position }
            }
            position += 1
        }
        return nil
    }

    /// Whether every scalar of a pattern is ASCII or canonically equivalent to it.
    private static func canEqualASCII(_ pattern: String) -> Bool {
        pattern.unicodeScalars.allSatisfy { $0.isASCII || isLikeASCII($0) }
    }

    /// The three scalars beyond ASCII that are canonically equivalent to one of it.
    private static func isLikeASCII(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{212A}" || scalar == "\u{37E}" || scalar == "\u{1FEF}"
    }
}
