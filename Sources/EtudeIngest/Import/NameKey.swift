import EtudeText

/// What two names have in common that are the same but for case, signs (`_` and `-` among them), diacritics, plural and a
/// leading article.
enum NameKey {
    private static let articles: Set<String> = ["a", "an", "the"]

    /// The folded words in the singular, joined by blanks; empty for a name without letter or digit.
    static func of(_ name: String) -> String {
        var words = Folding.nameWords(name)
        if words.count > 1, articles.contains(words[0]) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// The keys of some names, less those without letter or digit.
    static func of(_ names: [String]) -> [String] {
        names.map { of($0) }.filter { !$0.isEmpty }
    }
}
