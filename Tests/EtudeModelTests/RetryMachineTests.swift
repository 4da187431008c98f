import EtudeCore
import EtudeModel
import Testing

@Suite struct RetryMachineTests {
    private func machine(seed: UInt64 = 1, _ policy: RetryPolicy = RetryPolicy()) -> RetryMachine {
        RetryMachine(policy: policy, seed: Seed(seed))
    }

    private func wait(_ decision: RetryMachine.Decision) throws -> Duration {
        guard case .retry(let wait) = decision else {
            Issue.record("Expected a retry, got \(decision).")
            return .zero
        }
        return wait
    }

    @Test(arguments: [
        (FailureKind.badRequest, RetryMachine.Decision.giveUp), (.notRecorded, .giveUp),
        (.authentication, .stop), (.quota, .stop), (.unknownModel, .stop),
    ])
    func `What cannot succeed later is not tried again`(kind: FailureKind, decision: RetryMachine.Decision) {
        var machine = machine()
        #expect(machine.decide(after: ModelFailure(kind, ""), elapsed: .zero) == decision)
    }

    @Test(arguments: [FailureKind.server, .transport, .timeout, .invalidBody])
    func `A fault is retried until the tries are used up, below a doubling ceiling`(kind: FailureKind) throws {
        for seed in 0..<50 as Range<UInt64> {
            var machine = machine(seed: seed)
            for ceiling in [0.5, 1, 2, 4] {
                let wait = try wait(machine.decide(after: ModelFailure(kind, ""), elapsed: .zero))
                #expect(wait >= .zero && wait < .seconds(ceiling))
            }
            #expect(machine.decide(after: ModelFailure(kind, ""), elapsed: .zero) == .giveUp)
        }
    }

    @Test func `Waits after faults spread over the whole range`() throws {
        let waits = try (0..<200 as Range<UInt64>).map { seed in
            var machine = machine(seed: seed)
            return try wait(machine.decide(after: ModelFailure(.server, ""), elapsed: .zero))
        }
        #expect(try #require(waits.min()) < .milliseconds(50))
        #expect(try #require(waits.max()) > .milliseconds(450))
    }

    @Test(arguments: [FailureKind.rateLimited, .overloaded])
    func `Throttling uses up no try and waits in the upper half`(kind: FailureKind) throws {
        var machine = machine()
        for ceiling in [1.0, 2, 4, 8, 16, 32] + Array(repeating: 60, count: 20) {
            let wait = try wait(machine.decide(after: ModelFailure(kind, ""), elapsed: .zero))
            #expect(wait >= .seconds(ceiling / 2) && wait < .seconds(ceiling))
        }
        let fault = try wait(machine.decide(after: ModelFailure(.server, ""), elapsed: .zero))
        #expect(fault < .milliseconds(500))
    }

    @Test func `Retry-After is a minimum, and at most a tenth is added`() throws {
        for seed in 0..<50 as Range<UInt64> {
            var machine = machine(seed: seed)
            let failure = ModelFailure(.rateLimited, "", retryAfter: .seconds(90))
            let wait = try wait(machine.decide(after: failure, elapsed: .zero))
            #expect(wait >= .seconds(90) && wait <= .seconds(99))
        }
        var machine = machine()
        let soon = ModelFailure(.rateLimited, "", retryAfter: .milliseconds(1))
        #expect(try wait(machine.decide(after: soon, elapsed: .zero)) >= .milliseconds(500))
    }

    @Test func `Nothing is tried again after the deadline`() throws {
        let failure = ModelFailure(.rateLimited, "", retryAfter: .seconds(20))
        var machine = machine(RetryPolicy(deadline: .seconds(60)))
        _ = try wait(machine.decide(after: failure, elapsed: .seconds(38)))
        #expect(machine.decide(after: failure, elapsed: .seconds(41)) == .giveUp)
    }

    @Test func `The server's word on trying again counts before the kind`() throws {
        var machine = machine()
        _ = try wait(machine.decide(after: ModelFailure(.badRequest, "", isRetryable: true), elapsed: .zero))
        #expect(machine.decide(after: ModelFailure(.server, "", isRetryable: false), elapsed: .zero) == .giveUp)
    }

    @Test func `The same seed gives the same waits`() {
        var first = machine(seed: 3)
        var second = machine(seed: 3)
        var third = machine(seed: 4)
        let failure = ModelFailure(.server, "")
        let decision = first.decide(after: failure, elapsed: .zero)
        #expect(decision == second.decide(after: failure, elapsed: .zero))
        #expect(decision != third.decide(after: failure, elapsed: .zero))
    }
}
