public import EtudeModel

/// How a simulated provider serves and fails.
public struct ProviderBehaviour: Sendable {
    /// What a refusal says of the wait.
    public enum Refusal: Sendable {
        /// Nothing.
        case silent
        /// `Retry-After` with so much.
        case wait(Duration)
        /// `retry-after-ms` with a random wait up to so much.
        case upTo(milliseconds: Int)
    }

    /// A time in which a server is down.
    public struct Outage: Sendable {
        let server: Int
        let from: Duration
        let until: Duration
        let kind: FailureKind
    }

    /// The servers.
    public var servers = 1
    /// The time of an answer, however short.
    public var base = Duration.milliseconds(200)
    /// The time of each token of an answer.
    public var perToken = Duration.milliseconds(5)
    /// How much slower each server is than that.
    public var slowness: [Double] = []
    /// After which time a client gives up waiting.
    public var timeout = Duration.seconds(120)
    /// Requests in any second, over all servers; what is above is refused.
    public var requestsPerSecond: Int?
    /// Requests at a time at each server.
    public var connections: Int?
    /// Whether requests above ``connections`` wait for their turn instead of being refused.
    public var queues = false
    /// What refusals say.
    public var refusal = Refusal.silent
    /// The share of requests that are refused for no reason.
    public var refused = 0.0
    /// The shares of requests that fail otherwise.
    public var faults: [(kind: FailureKind, share: Double)] = []
    /// The share of requests that are served and billed, but whose answer never arrives.
    public var lost = 0.0
    /// When servers are down.
    public var outages: [Outage] = []
    /// After how many requests the account is empty.
    public var quota: Int?

    /// A provider of one server that never fails.
    public init() {}

    /// The share of requests that fail by a fault.
    public var faultShare: Double { faults.map(\.share).reduce(lost, +) }
}
