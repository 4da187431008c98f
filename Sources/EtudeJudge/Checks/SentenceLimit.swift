public import EtudeCore
import EtudeText

/// Finds a text with more sentences than its assignment allows.
public struct SentenceLimit: CodeCheck {
    /// `sentence-limit`.
    public let id = "sentence-limit"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the count by ``Sentences/count(_:)``.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let sentences = Sentences.count(text.text)
        let limit = text.assignment.sentenceLimit
        guard sentences > limit else { return nil }
        return CodeFinding(.sentenceLimit, "\(sentences) sentences, at most \(limit)")
    }
}

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
