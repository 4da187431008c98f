/// Makes folded English words singular, by rules and a short list of exceptions.
///
/// Both sides of a comparison pass through it, so what counts is that singular and plural meet, not that the result is a word.
public enum Plurals: Sendable {
    /// The singular of a folded word; a word that is no plural, or is not written in a–z, comes back as it is.
    public static func singular(_ word: String) -> String {
        if let irregular = irregular[word] { return irregular }
        guard word.utf8.count >= 4, word.utf8.last == 0x73, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return word
        }
        for rule in rules where word.hasSuffix(rule.suffix) {
            return word.dropLast(rule.suffix.utf8.count) + rule.replacement
        }
        return word
    }

    /// Endings, the first that fits decides.
    private static let rules: [(suffix: String, replacement: String)] = [
        ("ss", "ss"), ("us", "us"), ("is", "is"),
        ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("zzes", "zz"),
        ("ysises", "ysis"), ("lyses", "lysis"), ("theses", "thesis"), ("oses", "ose"),
        ("ies", "y"), ("oes", "o"), ("s", ""),
    ]

    /// Words that the rules would get wrong.
    private static let irregular: [String: String] = [
        "men": "man", "women": "woman", "children": "child",
    ]
}
