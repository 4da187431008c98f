import EtudeCore
import EtudeModel
import Testing

@Suite struct RequestSchedulerTests {
    private let size = RequestSize(input: 10, mostInput: 30, mostOutput: 10)

    private func scheduler(
        servers: Int = 1,
        concurrency: Int = 4,
        policy: RetryPolicy = RetryPolicy()
    ) -> RequestScheduler {
        RequestScheduler(servers: servers, limits: RequestLimits(concurrency: concurrency), policy: policy)
    }

    private func submit(_ count: Int, to scheduler: inout RequestScheduler) {
        for index in 0..<count { _ = scheduler.submit(size, seed: Seed(UInt64(index))) }
    }

    /// Fails a try and has it retried; returns when.
    private func fail(
        _ ticket: Int,
        _ kind: FailureKind,
        _ scheduler: inout RequestScheduler,
        at now: Duration
    ) throws -> Duration {
        let failure = ModelFailure(kind, "")
        scheduler.failed(ticket, failure, at: now)
        let history = TryHistory(tries: [kind: 1], span: .zero)
        guard case .retry(let wait) = scheduler.decide(ticket, after: failure, history: history, at: now) else {
            Issue.record("It is not tried again.")
            return now
        }
        return now + wait
    }

    @Test func `Requests leave in order, as many as there are places`() {
        var scheduler = scheduler(concurrency: 3)
        submit(5, to: &scheduler)
        for ticket in 0..<3 { #expect(scheduler.next(at: .zero) == .send(ticket, server: 0)) }
        #expect(scheduler.next(at: .zero) == .wait(until: nil))
        #expect(scheduler.inFlight == 3 && scheduler.waiting == 2)
        scheduler.answered(1, usage: nil, at: .seconds(1))
        #expect(scheduler.next(at: .seconds(1)) == .send(3, server: 0))
    }

    @Test func `A request that waits for its retry holds no place, and comes before fresh ones when it is due`() throws
    {
        var scheduler = scheduler(concurrency: 1)
        submit(3, to: &scheduler)
        #expect(scheduler.next(at: .zero) == .send(0, server: 0))
        let due = try fail(0, .server, &scheduler, at: .seconds(1))
        #expect(scheduler.next(at: .seconds(1)) == .send(1, server: 0))
        scheduler.answered(1, usage: nil, at: due)
        #expect(scheduler.next(at: due) == .send(0, server: 0))
        scheduler.answered(0, usage: nil, at: due)
        #expect(scheduler.next(at: due) == .send(2, server: 0))
    }

    @Test func `With nothing else to do it waits until the retry is due`() throws {
        var scheduler = scheduler()
        submit(1, to: &scheduler)
        _ = scheduler.next(at: .zero)
        let due = try fail(0, .server, &scheduler, at: .zero)
        #expect(scheduler.next(at: .zero) == .wait(until: due))
        #expect(scheduler.next(at: due) == .send(0, server: 0))
    }

    @Test func `The deadline counts from the first try, not from the wait before it`() throws {
        var scheduler = scheduler(policy: RetryPolicy(deadline: .seconds(60)))
        submit(1, to: &scheduler)
        let sent = Duration.seconds(5_000)
        #expect(scheduler.next(at: sent) == .send(0, server: 0))
        let due = try fail(0, .server, &scheduler, at: sent + .seconds(30))
        #expect(scheduler.next(at: due) == .send(0, server: 0))
        let failure = ModelFailure(.server, "")
        scheduler.failed(0, failure, at: due + .seconds(60))
        let decision = scheduler.decide(0, after: failure, history: TryHistory(), at: due + .seconds(60))
        #expect(decision == .setAside)
    }

    @Test func `Servers share the load`() {
        var scheduler = scheduler(servers: 3, concurrency: 6)
        submit(6, to: &scheduler)
        let servers = (0..<6).compactMap { _ -> Int? in
            guard case .send(_, let server) = scheduler.next(at: .zero) else { return nil }
            return server
        }
        #expect(servers.sorted() == [0, 0, 1, 1, 2, 2])
    }

    @Test func `A server that fails is left alone while the others are used`() throws {
        var scheduler = scheduler(servers: 2, concurrency: 8)
        submit(200, to: &scheduler)
        var sent: [Int] = []
        for _ in 0..<120 {
            guard case .send(let ticket, let server) = scheduler.next(at: .seconds(1)) else { break }
            sent.append(server)
            if server == 0 {
                _ = try fail(ticket, .transport, &scheduler, at: .seconds(1))
            } else {
                scheduler.answered(ticket, usage: nil, at: .seconds(1))
            }
        }
        #expect(sent.count == 120)
        #expect(sent.count { $0 == 0 } == 20)
        #expect(scheduler.takeEvents() == [.opened(server: 0, seconds: 5)])
    }

    @Test func `With its only server left alone it sends one probe, whatever else ends`() throws {
        var scheduler = scheduler(concurrency: 2)
        submit(60, to: &scheduler)
        #expect(scheduler.next(at: .zero) == .send(0, server: 0))
        let now = Duration.seconds(1)
        for ticket in 1...20 {
            #expect(scheduler.next(at: .zero) == .send(ticket, server: 0))
            _ = try fail(ticket, .transport, &scheduler, at: now)
        }
        #expect(scheduler.takeEvents() == [.opened(server: 0, seconds: 5)])
        guard case .wait(let until?) = scheduler.next(at: now) else {
            Issue.record("It does not wait.")
            return
        }
        #expect(until == .seconds(6))
        guard case .send(let probe, _) = scheduler.next(at: until) else {
            Issue.record("It sends no probe.")
            return
        }
        #expect(scheduler.next(at: until) == .wait(until: nil))
        scheduler.answered(0, usage: nil, at: .seconds(7))
        #expect(scheduler.next(at: .seconds(7)) == .wait(until: nil))
        scheduler.answered(probe, usage: nil, at: .seconds(8))
        #expect(scheduler.takeEvents() == [.closed(server: 0)])
        guard case .send = scheduler.next(at: .seconds(8)) else {
            Issue.record("It sends nothing though the probe was answered.")
            return
        }
    }

    @Test func `After a refusal for good nothing is sent`() {
        var scheduler = scheduler()
        submit(2, to: &scheduler)
        _ = scheduler.next(at: .zero)
        let failure = ModelFailure(.quota, "")
        scheduler.failed(0, failure, at: .zero)
        #expect(scheduler.next(at: .zero) == .wait(until: nil))
        #expect(scheduler.decide(0, after: failure, history: TryHistory(), at: .zero) == .stop)
        #expect(scheduler.next(at: .seconds(100)) == .wait(until: nil))
    }

    @Test func `When retries are used up and no first try is there, a retry that is due is set aside`() throws {
        let policy = RetryPolicy(
            deadline: .seconds(1_000_000),
            faults: Backoff(first: .milliseconds(1), longest: .milliseconds(1))
        )
        var scheduler = scheduler(concurrency: 1, policy: policy)
        submit(2, to: &scheduler)
        var now = Duration.zero
        var tries = 0
        var setAside: ModelFailure?
        // Every other request fails, so that the breaker stays closed.
        while setAside == nil, tries < 2_000 {
            switch scheduler.next(at: now) {
            case .send(1, _):
                _ = try fail(1, .server, &scheduler, at: now)
                if tries < 1_200 { _ = scheduler.submit(size, seed: Seed(1)) }
                tries += 1
            case .send(let ticket, _):
                scheduler.answered(ticket, usage: nil, at: now)
                tries += 1
            case .wait(let until): now = try #require(until)
            case .setAside(_, let failure): setAside = failure
            }
        }
        #expect(setAside?.kind == .server)
        #expect((1_200..<1_210).contains(tries))
        #expect(scheduler.takeEvents().contains(.retriesUsedUp))
        #expect(scheduler.waiting == 0)
    }

    @Test(arguments: 0...2)
    func `A request that is abandoned leaves nothing behind`(stage: Int) throws {
        var scheduler = scheduler()
        submit(1, to: &scheduler)
        if stage > 0 { _ = scheduler.next(at: .zero) }
        if stage > 1 { _ = try fail(0, .server, &scheduler, at: .zero) }
        scheduler.abandon(0, at: .seconds(1))
        scheduler.abandon(0, at: .seconds(1))
        #expect(scheduler.inFlight == 0 && scheduler.waiting == 0)
        #expect(scheduler.next(at: .seconds(100)) == .wait(until: nil))
        #expect(scheduler.submit(size, seed: Seed(1)) == 1)
        #expect(scheduler.next(at: .seconds(100)) == .send(1, server: 0))
    }
}
