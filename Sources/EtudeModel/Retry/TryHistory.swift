/// What is known of the failed tries of one request, in this run and in those before.
public struct TryHistory: Sendable, Hashable {
    /// The failed tries by class, the last one included.
    public var tries: [FailureKind: Int]
    /// The time from the first failed try to the last.
    public var span: Duration

    /// A history.
    public init(tries: [FailureKind: Int] = [:], span: Duration = .zero) {
        self.tries = tries
        self.span = span
    }
}
