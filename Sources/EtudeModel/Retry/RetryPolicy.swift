/// How often and how long one request is tried.
public struct RetryPolicy: Sendable, Hashable {
    /// The most tries that may fail by a fault of server or wire; throttled tries do not count.
    public var tries: Int
    /// The longest time from the first try to the start of the last.
    public var deadline: Duration
    /// The waits after faults.
    public var faults: Backoff
    /// The waits after a server asked for patience.
    public var throttling: Backoff

    /// A policy; the default waits after faults 0.5 s to 20 s, after throttling 1 s to 60 s.
    public init(
        tries: Int = 5,
        deadline: Duration = .seconds(1800),
        faults: Backoff = Backoff(first: .milliseconds(500), longest: .seconds(20)),
        throttling: Backoff = Backoff(first: .seconds(1), longest: .seconds(60))
    ) {
        self.tries = tries
        self.deadline = deadline
        self.faults = faults
        self.throttling = throttling
    }
}
