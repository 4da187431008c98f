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
        let words = text.split(whereSeparator: \.isWhitespace)
        return zip(words, words.dropFirst()).contains { first, second in
            guard first.last?.isLetter == true, second.first?.isLetter == true else { return false }
            let next = second.prefix(while: \.isLetter)
            guard first.utf8.count == next.utf8.count else { return false }
            let word = first.lowercased()
            return word == next.lowercased() && !doublable.contains(word)
        }
    }
}
