/// The rate that refusals teach: all requests to a model share it.
///
/// A refusal that names its wait stops everybody for that long. One that names none, or a long one, lowers the rate besides:
/// to four fifths, but never below what the server has in fact been answering, once a second at most. The rate climbs by
/// two in a hundred each second, but slowly where it was refused the last time and not while all wait, and is forgotten
/// once it is far above what was refused.
public struct SharedRate: Sendable {
    private static let cut = 0.8
    private static let climb = 0.02
    private static let carefulClimb = 0.003
    /// How near to the rate that was refused it climbs slowly.
    private static let nearness = 0.05
    private static let floor = 0.2
    private static let forgotten = 4.0
    /// Waits below this are told to the millisecond, and waiting them out is enough.
    private static let shortWait = Duration.seconds(1)

    private var perSecond: Double?
    private var refusedAt = 0.0
    private var climbedAt = Duration.zero
    private var loweredAt = Duration.seconds(-10)
    private var nextFree = Duration.zero
    private var answers = RecentCount()
    private var sends = RecentCount()

    /// No limit, until a server teaches one.
    public init() {}

    /// Requests a second; nil while there is no limit.
    public var current: Double? { perSecond }

    /// When the next request may leave; not before `now`.
    public func earliest(at now: Duration) -> Duration { max(now, nextFree) }

    /// Notes that a request leaves now.
    public mutating func sent(at now: Duration) {
        sends.add(at: now)
        guard let rate = climbed(at: now) else { return }
        nextFree = max(nextFree, now - .seconds(1 / rate)) + .seconds(1 / rate)
    }

    /// Notes an answer.
    public mutating func answered(at now: Duration) { answers.add(at: now) }

    /// Notes a refusal.
    ///
    /// - Parameters:
    ///   - wait: how long the server wants to be left alone, where it says so.
    ///   - now: the time.
    /// - Returns: whether the rate was lowered.
    public mutating func refused(wait: Duration?, at now: Duration) -> Bool {
        let climbed = climbed(at: now)
        if let wait {
            nextFree = max(nextFree, now + wait)
            climbedAt = max(climbedAt, nextFree)
        }
        guard wait.map({ $0 >= Self.shortWait }) ?? true, now - loweredAt >= .seconds(1) else { return false }
        let rate = climbed ?? max(sends.perSecond(at: now), Self.floor)
        let lower = min(rate, max(rate * Self.cut, answers.perSecond(at: now), Self.floor))
        (perSecond, refusedAt) = (lower, rate)
        (loweredAt, climbedAt) = (now, max(climbedAt, now))
        return lower < rate
    }

    /// The rate with what it has climbed since it was last asked for.
    private mutating func climbed(at now: Duration) -> Double? {
        guard let rate = perSecond else { return nil }
        let climb = abs(rate - refusedAt) < Self.nearness * refusedAt ? Self.carefulClimb : Self.climb
        let higher = rate * (1 + climb * (max(.zero, now - climbedAt) / .seconds(1)))
        climbedAt = max(climbedAt, now)
        perSecond = higher > Self.forgotten * refusedAt ? nil : higher
        return perSecond
    }
}

/// How often something happened in the last seconds.
struct RecentCount: Sendable {
    private static let span = 5
    private var counts = [Int](repeating: 0, count: span)
    private var second = 0
    private var start: Duration?

    /// Counts one.
    mutating func add(at now: Duration) {
        if start == nil { start = now }
        turn(to: now)
        counts[second % Self.span] += 1
    }

    /// The mean of the last whole seconds and the one that runs.
    mutating func perSecond(at now: Duration) -> Double {
        guard let start else { return 0 }
        turn(to: now)
        let counted = now - .seconds(second - Self.span + 1)
        let seconds = max(min(now - start, counted) / .seconds(1), 0.5)
        return Double(counts.reduce(0, +)) / seconds
    }

    private mutating func turn(to now: Duration) {
        let current = Int(now.components.seconds)
        guard current > second else { return }
        for past in (second + 1)...min(current, second + Self.span) { counts[past % Self.span] = 0 }
        second = current
    }
}
