public import EtudeCore

/// Decides, failure by failure, whether and when one request is tried again.
///
/// Waits after faults have full jitter: uniform below a ceiling that doubles (Brooker, "Exponential Backoff And
/// Jitter"). Waits after throttling are uniform in the upper half below the ceiling, because to ask again at once is
/// useless there; they use up no try, and only the deadline ends them. What a server says in `Retry-After` is a
/// minimum, to which up to a tenth is added, lest all requests return in the same instant.
public struct RetryMachine: Sendable {
    /// What to do after a failure.
    public enum Decision: Sendable, Hashable {
        /// Try the same request again after a wait.
        case retry(after: Duration)
        /// This request has failed for good; others may succeed.
        case giveUp
        /// This run has tried long enough; the next may try again.
        case setAside
        /// No request to this model can succeed.
        case stop
    }

    /// How often a wait that a throttling server names is taken as it stands.
    private static let believed = 4

    private let policy: RetryPolicy
    private var generator: SeededGenerator
    private var faults = 0
    private var throttled = 0

    /// A machine for one request.
    ///
    /// - Parameters:
    ///   - policy: how often and how long to try.
    ///   - seed: where the jitter comes from; it should differ from request to request.
    public init(policy: RetryPolicy, seed: Seed) {
        self.policy = policy
        generator = SeededGenerator(seed: seed)
    }

    /// Decides what follows a failed try.
    ///
    /// - Parameters:
    ///   - failure: why the try failed.
    ///   - history: all failed tries of the request, this one included.
    ///   - elapsed: the time since this run first sent the request.
    /// - Returns: the decision.
    public mutating func decide(after failure: ModelFailure, history: TryHistory, elapsed: Duration) -> Decision {
        guard !failure.kind.isFatal else { return .stop }
        guard failure.isRetryable else { return .giveUp }
        var wait: Duration
        if failure.kind.isThrottling {
            wait = policy.throttling.ceiling(after: throttled) * (0.5 + generator.unit() / 2)
            throttled += 1
        } else {
            let isUsedUp = policy.budgets[failure.kind].map { history.tries[failure.kind, default: 0] >= $0 } ?? false
            guard !isUsedUp || history.span < policy.leastSpan else { return .giveUp }
            wait = policy.faults.ceiling(after: faults) * generator.unit()
            faults += 1
        }
        if let minimum = failure.retryAfter {
            let named = minimum * (1 + generator.unit() / 10)
            // A server that has named its wait often enough, and in vain, is not believed any more.
            wait = failure.kind.isThrottling && throttled <= Self.believed ? named : max(wait, named)
        }
        return elapsed + wait <= policy.deadline ? .retry(after: wait) : .setAside
    }
}
