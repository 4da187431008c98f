public import EtudeCore

/// What came of asking a teacher for a text.
public enum Writing: Sendable, Hashable {
    /// A text to be judged.
    case draft(Draft)
    /// No text to be judged: the reason, and the conversation as far as it went with the last text that could be read.
    case rejected(RejectionReason, Draft)
}
