/// Leaves a failing server alone, and tries it with one request now and then.
///
/// It opens when more than half of the last ``window`` tries failed by a fault of server or wire, at least ``least`` of them.
/// Open times double from 5 s to 5 min. Then one probe goes out: an answer closes the breaker, a failure opens it again.
/// A try counts only in the period in which it was sent: what went out before the breaker opened says nothing of a probe.
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
    /// Counts the changes of state.
    private var period = 0

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
    ///
    /// - Returns: the period in which it goes out, to be named when it has ended.
    public mutating func sent() -> Int {
        if case .open = state { change(to: .probing) }
        return period
    }

    /// Notes that a try ended.
    ///
    /// - Parameters:
    ///   - failed: whether it failed by a fault of server or wire.
    ///   - sentIn: the period in which it went out.
    ///   - now: the time.
    /// - Returns: whether the state changed.
    public mutating func ended(failed: Bool, sentIn: Int, at now: Duration) -> Bool {
        guard sentIn == period else { return false }
        switch state {
        case .open: return false
        case .probing:
            if failed {
                open(at: now)
            } else {
                opened = 0
                change(to: .closed)
            }
            return true
        case .closed:
            note(failed)
            guard outcomes.count >= Self.least, outcomes.count(where: \.self) * 2 > outcomes.count else { return false }
            open(at: now)
            return true
        }
    }

    /// Notes that a try was given up without an outcome; if it was the probe, another may go out.
    ///
    /// - Parameters:
    ///   - sentIn: the period in which it went out.
    ///   - now: the time.
    public mutating func abandoned(sentIn: Int, at now: Duration) {
        if sentIn == period, state == .probing { change(to: .open(until: now)) }
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
        change(to: .open(until: now + Self.openTimes.ceiling(after: opened)))
        opened += 1
    }

    private mutating func change(to state: State) {
        self.state = state
        period += 1
        outcomes = []
        next = 0
    }
}
