public import EtudeCore

/// What a check of code found in a text.
public struct CodeFinding: Sendable, Hashable {
    /// The reason, as files and tables show it.
    public let reason: RejectionReason
    /// What was found, in a few words or in the text's own.
    public let detail: String

    /// A finding with its detail.
    public init(_ reason: RejectionReason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
