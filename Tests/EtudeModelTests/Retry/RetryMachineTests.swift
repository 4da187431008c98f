import EtudeCore
import EtudeModel
import Testing

@Suite struct RetryMachineTests {
    private func machine(seed: UInt64 = 1, _ policy: RetryPolicy = RetryPolicy()) -> RetryMachine {
        RetryMachine(policy: policy, seed: Seed(seed))
    }

    /// A history of so many tries of one class, over a time in which a request may have failed for good.
    private func history(_ kind: FailureKind, _ tries: Int, span: Duration = .seconds(3600)) -> TryHistory {
        TryHistory(tries: [kind: tries], span: span)
    }

    private func wait(_ decision: RetryMachine.Decision) throws -> Duration {
        guard case .retry(let wait) = decision else {
            Issue.record("Expected a retry, got \(decision).")
            return .zero
        }
        return wait
    }

    @Test(arguments: [
        (FailureKind.badRequest, RetryMachine.Decision.giveUp), (.notRecorded, .giveUp), (.pending, .giveUp),
        (.authentication, .stop), (.quota, .stop), (.unknownModel, .stop),
    ])
    func `What cannot succeed later is not tried again`(kind: FailureKind, decision: RetryMachine.Decision) {
        var machine = machine()
        let decided = machine.decide(after: ModelFailure(kind, ""), history: history(kind, 1), elapsed: .zero)
        #expect(decided == decision)
    }

    @Test(arguments: [
        (FailureKind.server, 20), (.unreachable, 20), (.transport, 20), (.invalidBody, 20), (.timeout, 10),
    ])
    func `A fault is retried until its class has used up its tries, below a doubling ceiling`(
        kind: FailureKind,
        budget: Int
    ) throws {
        for seed in 0..<50 as Range<UInt64> {
            var machine = machine(seed: seed)
            var ceiling = 0.5
            for tries in 1..<budget {
                let decision = machine.decide(
                    after: ModelFailure(kind, ""),
                    history: history(kind, tries),
                    elapsed: .zero
                )
                let wait = try wait(decision)
                #expect(wait >= .zero && wait < .seconds(ceiling))
                ceiling = min(60, 2 * ceiling)
            }
            let last = machine.decide(
                after: ModelFailure(kind, ""),
                history: history(kind, budget),
                elapsed: .zero
            )
            #expect(last == .giveUp)
        }
    }

    @Test func `Tries of other classes, and tries within ten minutes, do not count`() throws {
        var machine = machine()
        let failure = ModelFailure(.server, "")
        _ = try wait(machine.decide(after: failure, history: history(.transport, 50), elapsed: .zero))
        let soon = history(.server, 50, span: .seconds(599))
        _ = try wait(machine.decide(after: failure, history: soon, elapsed: .zero))
        let late = history(.server, 50, span: .seconds(600))
        #expect(machine.decide(after: failure, history: late, elapsed: .zero) == .giveUp)
    }

    @Test func `Waits after faults spread over the whole range`() throws {
        let waits = try (0..<200 as Range<UInt64>).map { seed in
            var machine = machine(seed: seed)
            return try wait(
                machine.decide(after: ModelFailure(.server, ""), history: history(.server, 1), elapsed: .zero)
            )
        }
        #expect(try #require(waits.min()) < .milliseconds(50))
        #expect(try #require(waits.max()) > .milliseconds(450))
    }

    @Test(arguments: [FailureKind.rateLimited, .overloaded])
    func `Throttling uses up no try and waits in the upper half`(kind: FailureKind) throws {
        var machine = machine()
        for (tries, ceiling) in ([1.0, 2, 4, 8, 16, 32] + Array(repeating: 60, count: 40)).enumerated() {
            let history = history(kind, tries + 1)
            let wait = try wait(machine.decide(after: ModelFailure(kind, ""), history: history, elapsed: .zero))
            #expect(wait >= .seconds(ceiling / 2) && wait < .seconds(ceiling))
        }
        let history = history(.server, 1)
        let fault = try wait(machine.decide(after: ModelFailure(.server, ""), history: history, elapsed: .zero))
        #expect(fault < .milliseconds(500))
    }

    @Test(arguments: [1, 20, 90_000])
    func `Retry-After is taken as it stands, and at most a tenth is added`(milliseconds: Int) throws {
        let named = Duration.milliseconds(milliseconds)
        for seed in 0..<50 as Range<UInt64> {
            var machine = machine(seed: seed)
            let failure = ModelFailure(.rateLimited, "", retryAfter: named)
            let wait = try wait(machine.decide(after: failure, history: history(.rateLimited, 1), elapsed: .zero))
            #expect(wait >= named && wait <= named * 1.1)
        }
    }

    @Test func `A server that names a short wait in vain is not believed for ever`() throws {
        var machine = machine()
        let failure = ModelFailure(.rateLimited, "", retryAfter: .milliseconds(1))
        for tries in 1...4 {
            let wait = try wait(machine.decide(after: failure, history: history(.rateLimited, tries), elapsed: .zero))
            #expect(wait < .milliseconds(2))
        }
        #expect(
            try wait(machine.decide(after: failure, history: history(.rateLimited, 5), elapsed: .zero)) >= .seconds(8)
        )
    }

    @Test func `After a fault, a named wait is a minimum`() throws {
        let failure = ModelFailure(.server, "", retryAfter: .seconds(30))
        var machine = machine()
        for tries in 1...9 {
            let wait = try wait(machine.decide(after: failure, history: history(.server, tries), elapsed: .zero))
            #expect(wait >= .seconds(30) && wait <= .seconds(60))
        }
    }

    @Test func `A request is set aside at the deadline`() throws {
        let failure = ModelFailure(.rateLimited, "", retryAfter: .seconds(20))
        var machine = machine(RetryPolicy(deadline: .seconds(60)))
        let history = history(.rateLimited, 1)
        _ = try wait(machine.decide(after: failure, history: history, elapsed: .seconds(38)))
        #expect(machine.decide(after: failure, history: history, elapsed: .seconds(41)) == .setAside)
    }

    @Test func `The server's word on trying again counts before the kind, but not before what is fatal`() throws {
        var machine = machine()
        let asked = ModelFailure(.badRequest, "", isRetryable: true)
        _ = try wait(machine.decide(after: asked, history: history(.badRequest, 1), elapsed: .zero))
        let told = ModelFailure(.server, "", isRetryable: false)
        #expect(machine.decide(after: told, history: history(.server, 1), elapsed: .zero) == .giveUp)
        let fatal = ModelFailure(.quota, "", isRetryable: true)
        #expect(machine.decide(after: fatal, history: history(.quota, 1), elapsed: .zero) == .stop)
    }

    @Test func `The same seed gives the same waits`() {
        var first = machine(seed: 3)
        var second = machine(seed: 3)
        var third = machine(seed: 4)
        let failure = ModelFailure(.server, "")
        let history = history(.server, 1)
        let decision = first.decide(after: failure, history: history, elapsed: .zero)
        #expect(decision == second.decide(after: failure, history: history, elapsed: .zero))
        #expect(decision != third.decide(after: failure, history: history, elapsed: .zero))
    }
}
