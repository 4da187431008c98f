import EtudeModel
import Testing

@Suite struct SharedRateTests {
    /// Sends at a rate and has all answered, for some seconds from a time.
    private func run(_ rate: inout SharedRate, perSecond: Int, seconds: Int, from start: Duration = .zero) {
        for index in 0..<perSecond * seconds {
            let now = start + .seconds(1) * index / perSecond
            rate.sent(at: now)
            rate.answered(at: now)
        }
    }

    @Test func `There is no rate until a refusal teaches one`() {
        var rate = SharedRate()
        run(&rate, perSecond: 100, seconds: 10)
        #expect(rate.current == nil)
        #expect(rate.earliest(at: .seconds(10)) == .seconds(10))
    }

    @Test func `A refusal that names its wait stops everybody for that long`() {
        var rate = SharedRate()
        _ = rate.refused(wait: .milliseconds(300), at: .seconds(1))
        #expect(rate.earliest(at: .seconds(1)) == .milliseconds(1_300))
        _ = rate.refused(wait: .milliseconds(100), at: .seconds(1))
        #expect(rate.earliest(at: .seconds(1)) == .milliseconds(1_300))
        #expect(rate.earliest(at: .seconds(2)) == .seconds(2))
    }

    @Test func `A short wait lowers no rate`() {
        var rate = SharedRate()
        run(&rate, perSecond: 100, seconds: 10)
        #expect(rate.refused(wait: .milliseconds(999), at: .seconds(10)) == false)
        #expect(rate.current == nil)
    }

    @Test(arguments: [nil, Duration.seconds(1), .seconds(30)])
    func `Another refusal lowers it to four fifths of what was sent`(wait: Duration?) throws {
        var rate = SharedRate()
        for index in 0..<500 { rate.sent(at: .milliseconds(20 * index)) }
        #expect(rate.refused(wait: wait, at: .seconds(10)) == true)
        #expect(abs(try #require(rate.current) - 40) < 2)
    }

    @Test func `It is not lowered below what is in fact answered, nor raised by it`() throws {
        var rate = SharedRate()
        for index in 0..<500 {
            rate.sent(at: .milliseconds(20 * index))
            if index % 10 != 0 { rate.answered(at: .milliseconds(20 * index)) }
        }
        #expect(rate.refused(wait: nil, at: .seconds(10)) == true)
        let lowered = try #require(rate.current)
        #expect(abs(lowered - 45) < 2)
        for index in 0..<1_000 { rate.answered(at: .milliseconds(10_000 + 2 * index)) }
        #expect(rate.refused(wait: nil, at: .seconds(12)) == false)
        #expect(try #require(rate.current) < 1.1 * lowered)
    }

    @Test func `It is lowered once a second at most, and never to nothing`() throws {
        var rate = SharedRate()
        for index in 0..<100 { rate.sent(at: .milliseconds(20 * index)) }
        #expect(rate.refused(wait: nil, at: .seconds(2)) == true)
        let first = try #require(rate.current)
        for _ in 0..<50 { #expect(rate.refused(wait: nil, at: .milliseconds(2_999)) == false) }
        #expect(rate.refused(wait: nil, at: .seconds(3)) == true)
        #expect(try #require(rate.current) < first)
        for second in 4...200 { _ = rate.refused(wait: nil, at: .seconds(second)) }
        #expect(abs(try #require(rate.current) - 0.2) < 0.01)
    }

    @Test func `Requests leave at the rate`() throws {
        var rate = SharedRate()
        for index in 0..<100 { rate.sent(at: .milliseconds(20 * index)) }
        _ = rate.refused(wait: nil, at: .seconds(2))
        let perSecond = try #require(rate.current)
        var now = Duration.seconds(2)
        var count = 0
        while now < .seconds(7) {
            rate.sent(at: now)
            count += 1
            now = rate.earliest(at: now)
        }
        #expect(abs(Double(count) - 5 * perSecond) < 0.1 * 5 * perSecond + 2)
    }

    @Test func `It climbs again, but not while all wait`() throws {
        var rate = SharedRate()
        for index in 0..<100 { rate.sent(at: .milliseconds(20 * index)) }
        _ = rate.refused(wait: .seconds(60), at: .seconds(2))
        let lowered = try #require(rate.current)
        rate.sent(at: .seconds(62))
        #expect(try #require(rate.current) == lowered)
        rate.sent(at: .seconds(67))
        #expect(abs(try #require(rate.current) - lowered * 1.1) < 0.01)
    }

    @Test func `It climbs slowly where it was refused, and is forgotten far above`() throws {
        var rate = SharedRate()
        for index in 0..<500 { rate.sent(at: .milliseconds(20 * index)) }
        _ = rate.refused(wait: nil, at: .seconds(10))
        var reached: [Int: Int] = [:]
        for second in 11...300 {
            rate.sent(at: .seconds(second))
            for share in [94, 106, 350] where reached[share] == nil {
                if let current = rate.current, current > 0.5 * Double(share) { reached[share] = second }
            }
        }
        #expect(try #require(reached[106]) - (try #require(reached[94])) > 30)
        #expect(try #require(reached[350]) - (try #require(reached[106])) < 70)
        #expect(rate.current == nil)
    }
}
