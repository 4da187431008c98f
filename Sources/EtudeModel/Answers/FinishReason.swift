/// Why an answer ended.
public enum FinishReason: String, Sendable, Hashable, CaseIterable {
    /// The model was done.
    case stop
    /// The token limit cut it.
    case length
    /// The model refused.
    case refusal
    /// A filter of the provider cut it.
    case contentFilter = "content_filter"
    /// Anything else, or not said.
    case other
}
