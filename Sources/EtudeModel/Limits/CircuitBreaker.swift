/// Leaves a failing server alone, and tries it with one request now and then.
///
/// It opens when more than half of the last ``window`` tries failed by a fault of server or wire, at least ``least`` of them.
/// Open times double from 5 s to 5 min. Then one probe goes out: an answer closes the breaker, a failure opens it again.
public struct CircuitBreaker: Sendable {
    /// Where a breaker stands.
    public enum State: Sendable, Hashable {
        /// Requests go out.
        case closed
        /// Nothing goes out before a time.
        case open(until: Duration)
        /// One request is out to try the server.
        case probing
    }

    /// The tries that are looked at.
    public static let window = 40
    /// The fewest tries that are judged.
    public static let least = 20
    private static let openTimes = Backoff(first: .seconds(5), longest: .seconds(300))

    /// Where it stands.
    public private(set) var state = State.closed
    private var outcomes: [Bool] = []
    private var next = 0
    private var opened = 0

    /// A closed breaker.
    public init() {}

    /// When a request may go out: not before `now`, or nil while a probe is out.
    public func earliest(at now: Duration) -> Duration? {
        switch state {
        case .closed: now
        case .open(let until): max(now, until)
        case .probing: nil
        }
    }

    /// Notes that a request goes out; it is the probe if the breaker was open.
    public mutating func sent() {
        if case .open = state { state = .probing }
    }

    /// Notes that a try ended.
    ///
    /// - Parameters:
    ///   - failed: whether it failed by a fault of server or wire.
    ///   - now: the time.
    /// - Returns: whether the state changed.
    public mutating func ended(failed: Bool, at now: Duration) -> Bool {
        switch state {
        case .open: return false
        case .probing:
            if failed {
                open(at: now)
            } else {
                self = CircuitBreaker()
            }
            return true
        case .closed:
            note(failed)
            guard outcomes.count >= Self.least, outcomes.count(where: \.self) * 2 > outcomes.count else { return false }
            open(at: now)
            return true
        }
    }

    /// Notes that the probe was given up without an outcome.
    public mutating func abandoned(at now: Duration) {
        if state == .probing { state = .open(until: now) }
    }

    private mutating func note(_ failed: Bool) {
        if outcomes.count < Self.window {
            outcomes.append(failed)
        } else {
            outcomes[next] = failed
            next = (next + 1) % Self.window
        }
    }

    private mutating func open(at now: Duration) {
        state = .open(until: now + Self.openTimes.ceiling(after: opened))
        opened += 1
        outcomes = []
        next = 0
    }
}
