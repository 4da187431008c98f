import EtudeText

/// The word of an English name that says what kind of thing it is: "irony" of "dramatic irony", "fallacy" of "fallacy of
/// composition".
enum NameHead {
    /// The last word before the first function word, what stands in brackets being part of the name; nil where nothing does.
    static func of(_ name: String) -> String? {
        Folding.nameWords(name).drop(while: ContentWords.function.contains)
            .prefix { !ContentWords.function.contains($0) }.last
    }
}
