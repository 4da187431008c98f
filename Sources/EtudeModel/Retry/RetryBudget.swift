/// Lets retries be at most as many as first tries, over the last ``window`` requests.
///
/// Waits for a rate limit are no retries in this sense: the server asked for them.
public struct RetryBudget: Sendable {
    /// The requests that are looked at.
    public static let window = 1_000

    private var isRetry = [Bool](repeating: false, count: window)
    private var next = 0
    private var retries = 0

    /// A budget of which nothing is used.
    public init() {}

    /// Whether one more retry keeps the rule.
    public var allowsRetry: Bool { retries + (isRetry[next] ? 0 : 1) <= Self.window / 2 }

    /// Notes a request that leaves.
    public mutating func sent(isRetry retry: Bool) {
        retries += (retry ? 1 : 0) - (isRetry[next] ? 1 : 0)
        isRetry[next] = retry
        next = (next + 1) % Self.window
    }
}
