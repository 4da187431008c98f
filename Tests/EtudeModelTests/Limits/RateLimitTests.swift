import EtudeCore
import EtudeModel
import Testing

@Suite struct RateLimitTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `No minute holds more than the limit, over random amounts, pauses and corrections`(seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        let perMinute = 1 + draws.below(600)
        var limit = RateLimit(perMinute: perMinute)
        var taken: [(time: Duration, amount: Int, number: Int)] = []
        var now = Duration.zero
        for _ in 0..<300 {
            if draws.unit() < 0.3 { now += .milliseconds(draws.below(20_000)) }
            let amount = 1 + draws.below(max(1, perMinute / (1 + draws.below(20))))
            now = limit.earliest(for: amount, at: now)
            let window = taken.filter { now - $0.time < .seconds(60) }.map(\.amount).reduce(amount, +)
            #expect(window <= perMinute)
            taken.append((now, amount, limit.take(amount, at: now)))
            // The true amount is known later, and mostly smaller.
            if draws.unit() < 0.7 {
                let index = draws.below(taken.count)
                let amount = draws.below(taken[index].amount + 2)
                limit.correct(taken[index].number, to: amount)
                taken[index].amount = amount
            }
        }
    }

    @Test(arguments: [(1, 1), (10, 1), (60, 1), (119, 1), (600, 10), (6_000, 100)])
    func `A second's share may leave at once, and no more`(perMinute: Int, share: Int) {
        var limit = RateLimit(perMinute: perMinute)
        let start = Duration.seconds(1_000)
        for _ in 0..<share {
            #expect(limit.earliest(for: 1, at: start) == start)
            _ = limit.take(1, at: start)
        }
        let next = limit.earliest(for: 1, at: start)
        #expect(next > start && next <= start + .seconds(60) / perMinute)
    }

    @Test(arguments: [7, 60, 1_000])
    func `A minute's share leaves in a minute`(perMinute: Int) {
        var limit = RateLimit(perMinute: perMinute)
        var now = Duration.zero
        for _ in 0..<10 * perMinute {
            now = limit.earliest(for: 1, at: now)
            _ = limit.take(1, at: now)
        }
        #expect(now <= .seconds(600))
        #expect(now >= .seconds(600) - .seconds(60) / perMinute * 2 - .seconds(1))
    }

    @Test func `The earliest time is the earliest`() {
        var draws = SeededGenerator(seed: Seed(5))
        var limit = RateLimit(perMinute: 100)
        var now = Duration.zero
        for _ in 0..<500 {
            let amount = 1 + draws.below(40)
            let earliest = limit.earliest(for: amount, at: now)
            let before = max(now, earliest - .nanoseconds(1))
            #expect(limit.earliest(for: amount, at: before) == earliest)
            #expect(limit.earliest(for: amount, at: earliest) == earliest)
            now = earliest
            _ = limit.take(amount, at: now)
        }
    }

    @Test func `An amount above the limit leaves alone, and takes the whole minute`() {
        var limit = RateLimit(perMinute: 100)
        _ = limit.take(1, at: .zero)
        #expect(limit.earliest(for: 5_000, at: .seconds(1)) == .seconds(60))
        _ = limit.take(5_000, at: .seconds(60))
        #expect(limit.earliest(for: 1, at: .seconds(61)) == .seconds(120))
    }

    @Test func `What an answer did not use may be used at once`() {
        var limit = RateLimit(perMinute: 1_000)
        let number = limit.take(1_000, at: .zero)
        #expect(limit.earliest(for: 500, at: .seconds(2)) == .seconds(60))
        limit.correct(number, to: 20)
        #expect(limit.earliest(for: 500, at: .seconds(2)) == .seconds(2))
        limit.correct(number, to: 900)
        #expect(limit.earliest(for: 500, at: .seconds(2)) == .seconds(60))
    }

    @Test func `A correction of what has left the window changes nothing`() {
        var limit = RateLimit(perMinute: 10)
        let number = limit.take(10, at: .zero)
        #expect(limit.earliest(for: 1, at: .seconds(60)) == .seconds(60))
        _ = limit.take(10, at: .seconds(60))
        limit.correct(number, to: 0)
        #expect(limit.earliest(for: 10, at: .seconds(60)) == .seconds(120))
    }

    @Test func `Memory does not grow with time`() throws {
        var limit = RateLimit(perMinute: 600)
        var now = Duration.zero
        for _ in 0..<20_000 {
            now = limit.earliest(for: 1, at: now)
            _ = limit.take(1, at: now)
        }
        let entries = Mirror(reflecting: limit).children.first { $0.label == "entries" }?.value
        let kept = try #require(entries as? [(time: Duration, amount: Int)])
        #expect(kept.count <= 2 * 601 + 65)
    }
}
