/// A limit per minute that no window of a minute exceeds, spread evenly over its seconds.
///
/// Two rules hold at once. A window keeps what was taken in the last sixty seconds, so that the limit is exact whenever
/// one looks. A pace lets no more than a second's share leave in a burst, because providers apply a limit of 60 a minute
/// as 1 a second. What is taken before a request leaves is corrected when its true size is known.
public struct RateLimit: Sendable {
    private static let window = Duration.seconds(60)
    private static let burst = Duration.seconds(1)

    /// How much may be taken in a minute.
    public let perMinute: Int
    private var entries: [(time: Duration, amount: Int)] = []
    /// The entries before this one have left the window.
    private var first = 0
    /// The number of the entry at index 0.
    private var offset = 0
    private var used = 0
    /// The time from which the pace would let the next one leave at once.
    private var paced = Duration.zero

    /// A limit of at least 1 a minute, of which nothing is taken.
    public init(perMinute: Int) {
        precondition(perMinute > 0, "A limit of nothing would wait for ever.")
        self.perMinute = perMinute
    }

    /// When an amount may be taken, if nothing else is taken before.
    ///
    /// - Parameters:
    ///   - amount: how much; more than a whole minute's share counts as just that.
    ///   - now: the time.
    /// - Returns: a time that is not before `now`.
    public mutating func earliest(for amount: Int, at now: Duration) -> Duration {
        forget(before: now)
        var time = max(now, paced)
        var room = perMinute - used - min(amount, perMinute)
        var index = first
        while room < 0, index < entries.count {
            room += entries[index].amount
            time = max(time, entries[index].time + Self.window)
            index += 1
        }
        return time
    }

    /// Takes an amount now.
    ///
    /// - Parameters:
    ///   - amount: how much.
    ///   - now: the time, at which ``earliest(for:at:)`` allowed it.
    /// - Returns: the number by which the amount can be corrected.
    public mutating func take(_ amount: Int, at now: Duration) -> Int {
        entries.append((now, amount))
        used += amount
        let cost = cost(amount)
        paced = max(paced, now - max(.zero, Self.burst - cost)) + cost
        return offset + entries.count - 1
    }

    /// Corrects what was taken, once the true amount is known; what has left the window stays as it was.
    public mutating func correct(_ number: Int, to amount: Int) {
        let index = number - offset
        guard entries.indices.contains(index), index >= first else { return }
        let difference = amount - entries[index].amount
        entries[index].amount = amount
        used += difference
        paced += cost(amount) - cost(amount - difference)
    }

    /// The time in which the limit lets so much leave; a request larger than a minute's share takes that minute.
    private func cost(_ amount: Int) -> Duration { Self.window * min(amount, perMinute) / perMinute }

    private mutating func forget(before now: Duration) {
        while first < entries.count, entries[first].time + Self.window <= now {
            used -= entries[first].amount
            first += 1
        }
        // Half of the array is past: move the rest to the front, so that memory stays bounded at a constant cost per entry.
        guard first > 64, first * 2 > entries.count else { return }
        entries.removeFirst(first)
        offset += first
        first = 0
    }
}
