/// Cuts text into sentences, by rules of its own.
public enum Sentences: Sendable {
    /// How many sentences a text has; empty or blank text has none.
    public static func count(_ text: String) -> Int { split(text).count }

    /// The sentences in order, without the blanks around them.
    public static func split(_ text: String) -> [Substring] {
        text.split { ".!?\n".contains($0) }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    }
}
