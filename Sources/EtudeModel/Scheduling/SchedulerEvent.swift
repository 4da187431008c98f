/// A change of a scheduler's state that somebody who watches the run wants to know: one line of the log each.
public enum SchedulerEvent: Sendable, Hashable, CustomStringConvertible {
    /// Fewer requests may be in flight at a server.
    case concurrency(server: Int, places: Int)
    /// Requests leave at a lower rate.
    case rate(perSecond: Double)
    /// A server is left alone for a while.
    case opened(server: Int, seconds: Double)
    /// A server answers again.
    case closed(server: Int)
    /// Retries have become as many as first tries; no more of them until first tries follow.
    case retriesUsedUp

    /// The change in words.
    public var description: String {
        switch self {
        case .concurrency(let server, let places):
            "server \(server + 1) asks for less: \(places) requests in flight from now on"
        case .rate(let perSecond):
            "rate limit: at most \((perSecond * 10).rounded() / 10) requests a second from now on"
        case .opened(let server, let seconds):
            "server \(server + 1) fails: left alone for \(Int(seconds.rounded())) s, then tried with one request"
        case .closed(let server): "server \(server + 1) answers again"
        case .retriesUsedUp: "as many retries as first tries: no more retries until first tries follow"
        }
    }
}
