/// Chooses between "a" and "an" by the sound with which a word begins.
enum IndefiniteArticle {
    /// Words that begin with a written vowel and a spoken consonant.
    private static let consonantStarts = [
        "uni", "use", "usu", "uti", "uto", "ura", "eu", "ewe", "one-", "one ", "once", "u-",
    ]
    /// Among those, the ones that begin with a vowel after all.
    private static let vowelStarts = ["unid", "unim", "unin"]
    /// Words that begin with a silent consonant, and letters whose names begin with a vowel.
    private static let silentStarts = [
        "hour", "honest", "honor", "honour", "heir", "herb", "f-", "h-", "l-", "m-", "n-", "r-", "s-", "x-",
    ]

    /// The article before a word or phrase.
    static func before(_ phrase: String) -> String {
        let word = phrase.lowercased()
        if silentStarts.contains(where: word.hasPrefix) { return "an" }
        guard let first = word.first, "aeiou".contains(first) else { return "a" }
        let isConsonant =
            consonantStarts.contains(where: word.hasPrefix) && !vowelStarts.contains(where: word.hasPrefix)
        return isConsonant ? "a" : "an"
    }
}
