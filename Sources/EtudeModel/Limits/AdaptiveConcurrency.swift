/// How many requests may be in flight at one server, learnt from how it answers.
///
/// From cold the limit grows by one with every answer, which doubles it each round trip, up to the first sign of too much. From
/// then on it grows by one in ``growth`` answers, or, where there was too much the last time, in ``carefulGrowth``, and only
/// while it is used. Refusals and timeouts multiply it by ``shrink``, once a round trip at most: those sent before the last
/// decrease say nothing new. Once warm, a few of them among many answers are taken for chance, since a server that has too
/// much refuses far more than ``chance``; otherwise stray faults would keep the limit at one. For servers that queue and
/// never refuse there is a second sign: the seconds per output token, short against long average (Gradient2 of Netflix's
/// concurrency-limits, with latency normalized by what was written).
public struct AdaptiveConcurrency: Sendable {
    /// The factor upon a refusal.
    public static let shrink = 0.75
    /// The answers for one further place, once warm.
    public static let growth = 25.0
    /// The answers for one further place, near the limit that was too much.
    public static let carefulGrowth = 250.0
    /// The share of refusals among the last tries, by a moving average over about ten, that is taken for chance.
    public static let chance = 0.25
    /// How far the short average may be above the long one.
    public static let tolerance = 2.0
    /// Requests at a cold start.
    public static let cold = 8

    /// The most places ever.
    public let maximum: Int
    private var limit: Double
    /// The limit that was too much the last time; nil at a cold start.
    private var tooMuch: Double?
    private var lastDecrease = Duration.zero
    private var refusals = 0.0
    private var long = 0.0
    private var short = 0.0
    private var samples = 0

    /// A limit for a server that nothing is known of.
    public init(maximum: Int) {
        precondition(maximum > 0, "A limit of no requests would wait for ever.")
        self.maximum = maximum
        limit = Double(min(maximum, Self.cold))
    }

    /// How many requests may be in flight now; at least one.
    public var places: Int { max(1, Int(limit)) }

    /// Notes an answer.
    ///
    /// - Parameters:
    ///   - inFlight: how many requests were in flight, this one included.
    ///   - sentAt: when it was sent.
    ///   - now: the time.
    ///   - outputTokens: what was written, where it is known.
    public mutating func answered(inFlight: Int, sentAt: Duration, at now: Duration, outputTokens: Int?) {
        refusals *= 0.9
        if let outputTokens, isSlow(seconds: (now - sentAt) / .seconds(1), outputTokens) {
            if sentAt >= lastDecrease { decrease(by: 0.9, at: now) }
        } else if inFlight * 2 >= places {
            limit = min(Double(maximum), limit + step)
        }
    }

    /// Notes a sign that there was too much: 429, 503, 529 or a timeout.
    ///
    /// - Parameters:
    ///   - sentAt: when the refused request was sent.
    ///   - now: the time.
    /// - Returns: whether the limit was lowered.
    public mutating func refused(sentAt: Duration, at now: Duration) -> Bool {
        refusals = 0.9 * refusals + 0.1
        guard sentAt >= lastDecrease, tooMuch == nil || refusals > Self.chance else { return false }
        let before = places
        decrease(by: Self.shrink, at: now)
        return places < before
    }

    /// What an answer adds to the limit.
    private var step: Double {
        guard let tooMuch else { return 1 }
        return 1 / (abs(limit - tooMuch) < max(1, tooMuch / 20) ? Self.carefulGrowth : Self.growth)
    }

    private mutating func decrease(by factor: Double, at now: Duration) {
        tooMuch = limit
        limit = max(1, limit * factor)
        lastDecrease = now
    }

    /// Takes a sample, and says whether answers have become slow.
    ///
    /// Short answers and short waits say nothing about queues.
    private mutating func isSlow(seconds: Double, _ outputTokens: Int) -> Bool {
        guard outputTokens >= 8, seconds >= 0.05 else { return false }
        let sample = seconds / Double(outputTokens)
        samples += 1
        // Plain means at first, so that no single answer is the measure of all.
        short += max(0.2, 1 / Double(samples)) * (sample - short)
        long += max(0.005, 1 / Double(samples)) * (sample - long)
        return short > Self.tolerance * long
    }
}
