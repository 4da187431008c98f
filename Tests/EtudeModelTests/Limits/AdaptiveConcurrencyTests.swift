import EtudeCore
import EtudeModel
import Testing

@Suite struct AdaptiveConcurrencyTests {
    /// Lets every place be used for one round trip of a second, and all be answered.
    private func roundTrip(_ limit: inout AdaptiveConcurrency, at now: Duration, secondsPerToken: Double? = nil) {
        let places = limit.places
        let time = secondsPerToken.map { Duration.seconds($0 * 100) } ?? .seconds(1)
        for _ in 0..<places {
            limit.answered(
                inFlight: places,
                sentAt: now - time,
                at: now,
                outputTokens: secondsPerToken.map { _ in 100 }
            )
        }
    }

    @Test func `From cold the places double with each round trip, up to the maximum`() {
        var limit = AdaptiveConcurrency(maximum: 100)
        var places = [limit.places]
        for second in 1...5 {
            roundTrip(&limit, at: .seconds(second))
            places.append(limit.places)
        }
        #expect(places == [8, 16, 32, 64, 100, 100])
    }

    @Test func `Refusals shrink it once a round trip`() {
        var limit = AdaptiveConcurrency(maximum: 64)
        for second in 1...3 { roundTrip(&limit, at: .seconds(second)) }
        #expect(limit.refused(sentAt: .seconds(3), at: .seconds(4)) == true)
        #expect(limit.places == 48)
        for _ in 0..<63 { #expect(limit.refused(sentAt: .seconds(3), at: .seconds(4)) == false) }
        #expect(limit.places == 48)
        #expect(limit.refused(sentAt: .seconds(4), at: .seconds(5)) == true)
        #expect(limit.places == 36)
    }

    @Test func `Once warm it grows by one in 25 answers, and in ten times as many where there was too much`() {
        var limit = AdaptiveConcurrency(maximum: 64)
        #expect(limit.refused(sentAt: .zero, at: .seconds(1)) == true)
        #expect(limit.places == 6)
        func answers(until places: Int) -> Int {
            var count = 0
            while limit.places < places, count < 10_000 {
                limit.answered(inFlight: limit.places, sentAt: .seconds(1), at: .seconds(2), outputTokens: nil)
                count += 1
            }
            return count
        }
        #expect((25...26).contains(answers(until: 7)))
        #expect((245...255).contains(answers(until: 8)))
        // Where there was too much there is not any more: it looks further ahead.
        #expect((245...255).contains(answers(until: 9)))
        #expect((25...26).contains(answers(until: 10)))
    }

    @Test func `Stray refusals do not keep it low, many do`() {
        func places(refusedShare share: Double) -> Int {
            var draws = SeededGenerator(seed: Seed(7))
            var limit = AdaptiveConcurrency(maximum: 64)
            var now = Duration.zero
            for _ in 0..<20_000 {
                now += .milliseconds(100)
                if draws.unit() < share {
                    _ = limit.refused(sentAt: now, at: now)
                } else {
                    limit.answered(inFlight: limit.places, sentAt: now, at: now, outputTokens: nil)
                }
            }
            return limit.places
        }
        #expect(places(refusedShare: 0.04) > 32)
        #expect(places(refusedShare: 0.4) < 4)
    }

    @Test func `It does not grow while it is not used`() {
        var limit = AdaptiveConcurrency(maximum: 64)
        for _ in 0..<100 { limit.answered(inFlight: 3, sentAt: .zero, at: .seconds(1), outputTokens: nil) }
        #expect(limit.places == 8)
    }

    @Test func `A server that queues instead of refusing is noticed by the time of its tokens`() {
        var limit = AdaptiveConcurrency(maximum: 64)
        for second in 1...30 { roundTrip(&limit, at: .seconds(10 * second), secondsPerToken: 0.01) }
        #expect(limit.places == 64)
        roundTrip(&limit, at: .seconds(400), secondsPerToken: 0.05)
        #expect(limit.places == 57)
        for second in 1...3 { roundTrip(&limit, at: .seconds(400 + 10 * second), secondsPerToken: 0.05) }
        #expect(limit.places < 57)
    }

    @Test func `Slow answers to what was sent before the last decrease neither shrink nor grow it`() {
        var limit = AdaptiveConcurrency(maximum: 64)
        for second in 1...30 { roundTrip(&limit, at: .seconds(10 * second), secondsPerToken: 0.01) }
        roundTrip(&limit, at: .seconds(400), secondsPerToken: 0.05)
        let places = limit.places
        for _ in 0..<10 { limit.answered(inFlight: 50, sentAt: .zero, at: .seconds(400), outputTokens: 8_000) }
        #expect(limit.places == places)
    }

    @Test func `Short answers and short waits say nothing`() {
        var limit = AdaptiveConcurrency(maximum: 8)
        for second in 1...30 { roundTrip(&limit, at: .seconds(10 * second), secondsPerToken: 0.01) }
        for _ in 0..<50 {
            limit.answered(inFlight: 8, sentAt: .seconds(400), at: .seconds(500), outputTokens: 7)
            limit.answered(inFlight: 8, sentAt: .seconds(400), at: .milliseconds(400_049), outputTokens: 8)
        }
        #expect(limit.places == 8)
    }

    @Test(arguments: [1, 2, 7, 64], 0..<10 as Range<UInt64>)
    func `It is never below 1 nor above the maximum`(maximum: Int, seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        var limit = AdaptiveConcurrency(maximum: maximum)
        for second in 1...2_000 {
            let now = Duration.seconds(second)
            if draws.unit() < 0.1 {
                let places = limit.places
                let isLower = limit.refused(sentAt: now - .seconds(1), at: now)
                #expect(isLower == (limit.places < places))
            } else {
                limit.answered(
                    inFlight: 1 + draws.below(maximum),
                    sentAt: now - .milliseconds(draws.below(5_000)),
                    at: now,
                    outputTokens: draws.below(400)
                )
            }
            #expect(limit.places >= 1 && limit.places <= maximum)
        }
    }
}
