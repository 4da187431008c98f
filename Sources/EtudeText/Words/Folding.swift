/// Folds text to plain words, so that writings of the same thing compare equal.
///
/// A word is a run of letters, digits and their marks. Apostrophes vanish ("don't" is `dont`), every other sign, hyphens
/// included, separates words. Words are case-folded and lose the diacritics of European scripts (the combining blocks
/// U+0300, U+1AB0, U+1DC0 and U+20D0 after canonical decomposition); marks that make another letter, as in kana and Indic
/// scripts, stay. An ideograph or a hiragana sign is a word of its own (after Unicode Standard Annex 29), other scripts
/// without case pass through. Words are in Unicode normalization form C.
public enum Folding: Sendable {
    /// The folded words of a text, in order.
    public static func words(_ text: String) -> [String] {
        words(text, at: .sign)
    }

    /// The folded words of a text as its writer counts them: what stands between blanks or dashes is one, without the signs in
    /// it (`widemouth`, `314`), but for ideographs and hiragana.
    public static func writtenWords(_ text: String) -> [String] {
        words(text, at: .blank)
    }

    /// The folded words of a text, each in the singular, for name matching.
    public static func nameWords(_ text: String) -> [String] {
        words(text).map(Plurals.singular)
    }

    /// What two texts that differ only in case, diacritics, punctuation and blanks have in common: the folded words, joined by
    /// one blank.
    public static func key(_ text: String) -> String {
        String(decoding: WordSplitter.key(of: text.utf8.span, at: .sign), as: UTF8.self)
    }

    /// The bytes of ``key(_:)``.
    ///
    /// - Parameter text: a text in UTF-8.
    /// - Returns: the key in UTF-8.
    public static func key(of text: Span<UInt8>) -> [UInt8] {
        WordSplitter.key(of: text, at: .sign)
    }

    /// The folded words of a text as its writer counts them, where there are few.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - most: how many words are few.
    /// - Returns: those of ``writtenWords(_:)``; nil where there are more.
    public static func writtenWords(of text: Span<UInt8>, atMost most: Int) -> [String]? {
        let key = WordSplitter.key(of: text, at: .blank)
        var blanks = 0
        for letter in key where letter == UInt8(ascii: " ") { blanks += 1 }
        return blanks < most ? words(in: key) : nil
    }

    private static func words(_ text: String, at boundary: WordSplitter.Boundary) -> [String] {
        words(in: WordSplitter.key(of: text.utf8.span, at: boundary))
    }

    private static func words(in key: [UInt8]) -> [String] {
        key.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
}
