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
        words(text).joined(separator: " ")
    }

    private static func words(_ text: String, at boundary: WordSplitter.Boundary) -> [String] {
        var splitter = WordSplitter(at: boundary)
        for scalar in text.unicodeScalars { splitter.take(scalar) }
        return splitter.finish()
    }
}
