import EtudeCore

/// Finds a text without a letter or digit, such as a lone colon, which judges have been seen to pass.
public struct EmptyText: CodeCheck {
    /// `empty`.
    public let id = "empty"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, where no letter or digit stands in the text.
    public func finding(in text: CheckedText) -> CodeFinding? {
        text.words.isEmpty ? CodeFinding(.empty, "no letter or digit") : nil
    }
}
