import EtudeText

/// Makes one key of names that differ in spelling only: case, signs, snake_case, a leading article, number, and the endings
/// -ing, -ed and -e of verbs (`Summarizing texts`, `summarize_text`).
enum NameStems {
    /// The key of a name.
    static func key(_ name: String) -> String {
        let words = Folding.nameWords(name)
        let isLed = words.count > 1 && ["the", "a", "an"].contains(words[0])
        return (isLed ? words.dropFirst() : words[...]).map(stem).joined(separator: " ")
    }

    /// A word without the ending of a verb; short words keep theirs.
    private static func stem(_ word: String) -> String {
        guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        for ending in ["ing", "ed", "e"] where word.hasSuffix(ending) {
            let rest = word.dropLast(ending.count)
            guard rest.count >= 3, rest.contains(where: { "aeiouy".contains($0) }) else { continue }
            return withoutDouble(rest, after: ending)
        }
        return word
    }

    /// `plann` of `planning` is `plan`.
    private static func withoutDouble(_ rest: Substring, after ending: String) -> String {
        guard ending != "e", let last = rest.last, rest.dropLast().last == last, !"lsz".contains(last) else {
            return String(rest)
        }
        return String(rest.dropLast())
    }
}
