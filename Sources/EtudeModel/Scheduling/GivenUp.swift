/// A request that has no answer in the end.
public struct GivenUp: Error, Sendable, Hashable {
    /// The last failure.
    public let failure: ModelFailure
    /// Whether it has failed for good; otherwise the next run may try it again.
    public let isFinal: Bool

    /// A request that was given up upon a failure.
    public init(_ failure: ModelFailure, isFinal: Bool) {
        self.failure = failure
        self.isFinal = isFinal
    }
}
