/// How often and how long one request is tried.
public struct RetryPolicy: Sendable, Hashable {
    /// The failed tries of each class after which a request has failed for good.
    ///
    /// Waits for a rate limit have no budget: only the deadline ends them.
    public var budgets: [FailureKind: Int]
    /// The time from the first failed try, over all runs, before which no request has failed for good.
    public var leastSpan: Duration
    /// The longest time that this run tries one request, from the first try; then it is set aside for the next run.
    public var deadline: Duration
    /// The waits after faults.
    public var faults: Backoff
    /// The waits after a server asked for patience.
    public var throttling: Backoff

    /// A policy; the default waits after faults 0.5 s to 60 s, after throttling 1 s to 60 s.
    ///
    /// - Parameters:
    ///   - giveUp: the budget of every class but time-outs, of which each costs more: they have half of it.
    ///   - leastSpan: the time before which no request has failed for good.
    ///   - deadline: the longest time that this run works on one request.
    ///   - faults: the waits after faults.
    ///   - throttling: the waits after throttling.
    public init(
        giveUp: Int = 20,
        leastSpan: Duration = .seconds(600),
        deadline: Duration = .seconds(3600),
        faults: Backoff = Backoff(first: .milliseconds(500), longest: .seconds(60)),
        throttling: Backoff = Backoff(first: .seconds(1), longest: .seconds(60))
    ) {
        budgets = [
            .server: giveUp, .unreachable: giveUp, .transport: giveUp, .invalidBody: giveUp,
            .timeout: max(1, giveUp / 2),
        ]
        self.leastSpan = leastSpan
        self.deadline = deadline
        self.faults = faults
        self.throttling = throttling
    }
}
