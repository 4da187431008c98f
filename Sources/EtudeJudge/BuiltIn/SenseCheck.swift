import EtudeText

/// Decides by a few outward signs whether a text makes sense.
///
/// Each sentence begins with something else than a small letter, the text ends in a sentence mark, quotation marks come in
/// pairs, no braces of a template are left, and no word stands twice in a row ("had had" and "that that" may).
enum SenseCheck {
    private static let endMarks: Set<Character> = [".", "?", "!", "…"]
    private static let closers: Set<Character> = ["\"", "'", "”", "’", ")", "]"]
    private static let doublable: Set<String> = ["had", "that"]

    /// Whether a text makes sense, its sentences being those that ``Sentences`` finds.
    static func isMet(by text: String, sentences: [Substring]) -> Bool {
        guard let end = text.last(where: { !$0.isWhitespace && !closers.contains($0) }), endMarks.contains(end) else {
            return false
        }
        return sentences.allSatisfy { $0.first { $0.isLetter || $0.isNumber }?.isLowercase == false }
            && text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2)
            && !text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
            && !hasDoubledWord(text)
    }

    private static func hasDoubledWord(_ text: String) -> Bool {
        let words = words(text)
        return zip(words, words.dropFirst()).contains { first, second in
            guard mayBeginAlike(first, second), first.last?.isLetter == true, second.first?.isLetter == true else {
                return false
            }
            let next = second.prefix(while: \.isLetter)
            guard first.utf8.count == next.utf8.count else { return false }
            let word = first.lowercased()
            return word == next.lowercased() && !doublable.contains(word)
        }
    }

    private static func words(_ text: String) -> [Substring] {
        guard TextSearch.isASCII(text[...]) else { return text.split(whereSeparator: \.isWhitespace) }
        return text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map(Substring.init)
    }

    /// Whether two words may have the same first letter; of most pairs their first bytes tell that they have not.
    private static func mayBeginAlike(_ first: Substring, _ second: Substring) -> Bool {
        guard let one = first.utf8.first, let other = second.utf8.first else { return false }
        return one >= 0x80 || other >= 0x80 || one | 0x20 == other | 0x20
    }
}
