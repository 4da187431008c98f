public import EtudeCore
import EtudeText

extension CodeChecks {
    /// Whether a text has at most as many sentences as its assignment allows.
    ///
    /// - Parameters:
    ///   - text: the text; an empty one has no sentence and keeps every limit.
    ///   - assignment: what was asked for.
    /// - Returns: true for a text within the limit, by ``Sentences/count(_:)``.
    public static func keepsSentenceLimit(_ text: String, of assignment: Assignment) -> Bool {
        Sentences.count(text) <= assignment.sentenceLimit
    }
}
