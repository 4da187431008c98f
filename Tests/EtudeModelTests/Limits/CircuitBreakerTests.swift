import EtudeModel
import Testing

@Suite struct CircuitBreakerTests {
    /// A breaker that has just been opened, at a time.
    private func open(at now: Duration = .zero) -> CircuitBreaker {
        var breaker = CircuitBreaker()
        let period = breaker.sent()
        for _ in 0..<20 { _ = breaker.ended(failed: true, sentIn: period, at: now) }
        return breaker
    }

    @Test(arguments: [(0, 20), (9, 11), (10, 11), (19, 20), (20, 21), (30, 21), (100, 21)])
    func `It opens when more than half of the last 40 failed, of at least 20`(answers: Int, failures: Int) {
        var breaker = CircuitBreaker()
        let period = breaker.sent()
        for _ in 0..<answers { _ = breaker.ended(failed: false, sentIn: period, at: .zero) }
        for _ in 1..<failures {
            let changed = breaker.ended(failed: true, sentIn: period, at: .zero)
            #expect(!changed)
        }
        let changed = breaker.ended(failed: true, sentIn: period, at: .zero)
        #expect(changed)
        #expect(breaker.state == .open(until: .seconds(5)))
    }

    @Test func `It stays closed while every other try fails`() {
        var breaker = CircuitBreaker()
        let period = breaker.sent()
        for index in 0..<400 { _ = breaker.ended(failed: index % 2 == 1, sentIn: period, at: .zero) }
        #expect(breaker.state == .closed)
    }

    @Test func `While it is open nothing goes out`() {
        let breaker = open(at: .seconds(7))
        #expect(breaker.earliest(at: .seconds(8)) == .seconds(12))
        #expect(breaker.earliest(at: .seconds(20)) == .seconds(20))
    }

    @Test func `Then one probe goes out, and its answer closes it`() {
        var breaker = open()
        let probe = breaker.sent()
        #expect(breaker.state == .probing)
        #expect(breaker.earliest(at: .seconds(100)) == nil)
        #expect(breaker.ended(failed: false, sentIn: probe, at: .seconds(6)) == true)
        #expect(breaker.state == .closed)
        #expect(breaker.earliest(at: .seconds(6)) == .seconds(6))
    }

    @Test func `Failed probes double the time that it stays open, up to five minutes`() {
        var breaker = open()
        var now = Duration.seconds(5)
        for seconds in [10, 20, 40, 80, 160, 300, 300] {
            let probe = breaker.sent()
            #expect(breaker.ended(failed: true, sentIn: probe, at: now) == true)
            #expect(breaker.state == .open(until: now + .seconds(seconds)))
            now += .seconds(seconds)
        }
        let probe = breaker.sent()
        _ = breaker.ended(failed: false, sentIn: probe, at: now)
        let period = breaker.sent()
        for _ in 0..<20 { _ = breaker.ended(failed: true, sentIn: period, at: now) }
        #expect(breaker.state == .open(until: now + .seconds(5)))
    }

    @Test(arguments: [true, false])
    func `What went out before it opened says nothing`(failed: Bool) {
        var breaker = CircuitBreaker()
        let before = breaker.sent()
        for _ in 0..<20 { _ = breaker.ended(failed: true, sentIn: before, at: .zero) }
        #expect(breaker.ended(failed: failed, sentIn: before, at: .seconds(1)) == false)
        #expect(breaker.state == .open(until: .seconds(5)))
        let probe = breaker.sent()
        #expect(breaker.ended(failed: failed, sentIn: before, at: .seconds(6)) == false)
        #expect(breaker.state == .probing)
        breaker.abandoned(sentIn: before, at: .seconds(6))
        #expect(breaker.state == .probing)
        _ = breaker.ended(failed: false, sentIn: probe, at: .seconds(7))
        for _ in 0..<40 { #expect(breaker.ended(failed: true, sentIn: before, at: .seconds(8)) == false) }
        #expect(breaker.state == .closed)
    }

    @Test func `A probe that is given up makes room for another`() {
        var breaker = open()
        let probe = breaker.sent()
        breaker.abandoned(sentIn: probe, at: .seconds(6))
        #expect(breaker.earliest(at: .seconds(6)) == .seconds(6))
        let next = breaker.sent()
        #expect(breaker.ended(failed: false, sentIn: probe, at: .seconds(7)) == false)
        #expect(breaker.ended(failed: false, sentIn: next, at: .seconds(7)) == true)
    }
}
