import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@Suite(.timeLimit(.minutes(1))) struct RequestDispatcherTests {
    private typealias Dispatcher = RequestDispatcher<ManualClock>

    private struct Stopped: Error {}

    private let clock = ManualClock()
    private let server = HeldServer()
    /// What a request of these tests costs at the very most.
    private var worst: Int { Billing(RequestSize(request("a")), price: nil).worst.tokens }

    private func request(_ name: String) -> ChatRequest {
        .sample(name, settings: SamplingSettings(maxOutputTokens: 10))
    }

    private func dispatcher(
        concurrency: Int = 1,
        requestsPerMinute: Int? = nil,
        policy: RetryPolicy = RetryPolicy(),
        budget: Budget? = nil,
        hooks: Dispatcher.Hooks = Dispatcher.Hooks()
    ) -> Dispatcher {
        let limits = RequestLimits(concurrency: concurrency, requestsPerMinute: requestsPerMinute)
        let scheduler = RequestScheduler(servers: 1, limits: limits, policy: policy)
        return RequestDispatcher(scheduler, budget: budget, clock: clock, hooks: hooks)
    }

    private func budget(tokens: Int) -> Budget {
        Budget(BudgetBook(limits: [.run: BudgetLimit(tokens: tokens)], spent: [:], day: 0)) { 0 }
    }

    /// Begins a request.
    private func begin(
        _ name: String,
        _ dispatcher: Dispatcher,
        failed: @escaping @Sendable (ModelFailure) async throws -> Void = { _ in }
    ) -> Asked {
        Asked { [server] in
            try await dispatcher.answer(request(name)) { _, _ in
                try await server.send(name)
            } failed: { failure, _, _ in
                try await failed(failure)
                return TryHistory(tries: [failure.kind: 1], span: .zero)
            }
        }
    }

    /// Waits until so many requests are at the server.
    private func isReceived(_ count: Int) async -> Bool {
        let server = server
        return await eventually { server.received.count == count }
    }

    /// Waits until somebody sleeps, and returns until when.
    private func sleepsUntil() async throws -> Duration {
        let clock = clock
        #expect(await eventually { clock.earliestDeadline != nil })
        return try #require(clock.earliestDeadline).offset
    }

    /// Waits until so many requests wait for their turn.
    private func areWaiting(_ count: Int, _ dispatcher: Dispatcher) async -> Bool {
        await eventually { dispatcher.figures.waiting == count }
    }

    @Test func `A request that may leave at once does`() async throws {
        let dispatcher = dispatcher()
        server.answer("a")
        #expect(try await begin("a", dispatcher).value == .short)
        #expect(server.received == ["a"])
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A request that waits for a limit is woken at its time`() async throws {
        let dispatcher = dispatcher(concurrency: 8, requestsPerMinute: 60)
        for name in ["a", "b", "c"] { server.answer(name) }
        _ = try await begin("a", dispatcher).value
        let second = begin("b", dispatcher)
        #expect(try await sleepsUntil() == .seconds(1))
        clock.advance(by: .milliseconds(999))
        #expect(server.received == ["a"])
        clock.advance(by: .milliseconds(1))
        _ = try await second.value
        let third = begin("c", dispatcher)
        #expect(try await sleepsUntil() == .seconds(2))
        clock.advance(by: .seconds(10))
        _ = try await third.value
        #expect(server.received == ["a", "b", "c"])
    }

    @Test func `A failed try holds no place while it cools, and is tried again at its time`() async throws {
        let dispatcher = dispatcher()
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        server.answer("a", with: .failure(ModelFailure(.rateLimited, "", retryAfter: .seconds(5))))
        let woken = try await sleepsUntil()
        #expect(woken >= .seconds(5) && woken <= .seconds(6))
        #expect(dispatcher.figures.inFlight == 0)
        server.answer("a")
        clock.advance(by: .seconds(6))
        #expect(try await first.value == .short)
        #expect(server.received == ["a", "a"])
    }

    @Test func `What may not be tried again is given up, for good or for this run`() async throws {
        let dispatcher = dispatcher(policy: RetryPolicy(deadline: .seconds(60)))
        let outcomes = [(FailureKind.badRequest, nil, true), (.rateLimited, Duration.seconds(90), false)]
        for (kind, wait, isFinal) in outcomes {
            let failure = ModelFailure(kind, "", retryAfter: wait)
            server.answer("a", with: .failure(failure))
            await #expect(throws: GivenUp(failure, isFinal: isFinal)) { try await begin("a", dispatcher).value }
        }
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A request that is cancelled while it waits leaves the queue`() async throws {
        let dispatcher = dispatcher()
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        let second = begin("b", dispatcher)
        #expect(await areWaiting(1, dispatcher))
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(dispatcher.figures.waiting == 0)
        server.answer("a")
        _ = try await first.value
        server.answer("c")
        _ = try await begin("c", dispatcher).value
        #expect(server.received == ["a", "c"])
    }

    @Test func `A request that is cancelled in flight frees its place, and is booked at the worst case`() async throws {
        let budget = budget(tokens: 10 * worst)
        let dispatcher = dispatcher(budget: budget)
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        server.answer("b")
        let second = begin("b", dispatcher)
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        _ = try await second.value
        #expect(budget.spent(in: .run) == Spending(calls: 2, tokens: worst + 2))
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A stop fails those that wait, lets what is in flight end, and sends nothing more`() async throws {
        let dispatcher = dispatcher()
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        let second = begin("b", dispatcher)
        #expect(await areWaiting(1, dispatcher))
        dispatcher.stop(Stopped())
        await #expect(throws: Stopped.self) { try await second.value }
        server.answer("a")
        #expect(try await first.value == .short)
        await #expect(throws: Stopped.self) { try await begin("c", dispatcher).value }
        #expect(server.received == ["a"])
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A stop keeps what has failed from being tried again`() async throws {
        let dispatcher = dispatcher()
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        dispatcher.stop(Stopped())
        server.answer("a", with: .failure(ModelFailure(.server, "")))
        await #expect(throws: Stopped.self) { try await first.value }
        #expect(server.received == ["a"])
    }

    @Test func `After a refusal for good nothing is sent, even before the failure is journaled`() async throws {
        let dispatcher = dispatcher()
        let quota = ModelFailure(.quota, "")
        let journal = HeldServer()
        let first = begin("a", dispatcher) { _ in _ = try await journal.send("a") }
        #expect(await isReceived(1))
        let second = begin("b", dispatcher)
        #expect(await areWaiting(1, dispatcher))
        server.answer("a", with: .failure(quota))
        await #expect(throws: quota) { try await second.value }
        #expect(journal.received == ["a"])
        journal.answer("a")
        await #expect(throws: quota) { try await first.value }
        #expect(server.received == ["a"])
    }

    @Test func `A failure that cannot be journaled ends the request, and leaves nothing behind`() async throws {
        let dispatcher = dispatcher()
        server.answer("a", with: .failure(ModelFailure(.server, "")))
        await #expect(throws: Stopped.self) { try await begin("a", dispatcher) { _ in throw Stopped() }.value }
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A request without room in the budget waits for what is in flight`() async throws {
        let budget = budget(tokens: worst + 5)
        let dispatcher = dispatcher(concurrency: 4, budget: budget)
        let first = begin("a", dispatcher)
        #expect(await isReceived(1))
        let second = begin("b", dispatcher)
        #expect(await areWaiting(1, dispatcher))
        server.answer("b")
        server.answer("a")
        _ = try await first.value
        _ = try await second.value
        #expect(server.received == ["a", "b"])
        #expect(budget.spent(in: .run) == Spending(calls: 2, tokens: 4))
    }

    @Test func `Models share a budget: one waits for what the other has in flight`() async throws {
        let budget = budget(tokens: worst + 5)
        let (teacher, judge) = (dispatcher(budget: budget), dispatcher(budget: budget))
        let first = begin("a", teacher)
        #expect(await isReceived(1))
        let second = begin("b", judge)
        #expect(await areWaiting(1, judge))
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        let third = begin("c", judge)
        #expect(await areWaiting(1, judge))
        server.answer("c")
        server.answer("a")
        _ = try await first.value
        _ = try await third.value
        #expect(budget.spent(in: .run) == Spending(calls: 2, tokens: 4))
    }

    @Test func `When nothing in flight can make room, the budget is said to be spent`() async throws {
        let scopes = Shared([BudgetScope]())
        let dispatcher = dispatcher(
            budget: budget(tokens: worst - 1),
            hooks: Dispatcher.Hooks(budgetSpent: { scope in scopes.change { $0.append(scope) } })
        )
        let first = begin("a", dispatcher)
        #expect(await eventually { !scopes.value.isEmpty })
        dispatcher.stop(Stopped())
        await #expect(throws: Stopped.self) { try await first.value }
        #expect(scopes.value.first == .run)
        #expect(server.received.isEmpty)
    }

    @Test func `Sixty-four requests at a time never exceed the concurrency`() async throws {
        let dispatcher = dispatcher(concurrency: 5)
        let counts = Shared((now: 0, most: 0))
        let answered = try await withThrowingTaskGroup(of: ChatAnswer.self) { group in
            for index in 0..<64 {
                group.addTask {
                    try await dispatcher.answer(request("\(index)")) { _, _ in
                        counts.change { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                        for _ in 0..<20 { await Task.yield() }
                        counts.change { $0.now -= 1 }
                        return .short
                    } failed: { _, _, _ in
                        TryHistory()
                    }
                }
            }
            return try await group.reduce(0) { count, _ in count + 1 }
        }
        #expect(answered == 64)
        #expect(counts.value.most <= 5)
        #expect(dispatcher.figures == (0, 0))
    }

    @Test func `A request whose retries are used up is set aside, and its task is told`() async throws {
        let policy = RetryPolicy(deadline: .seconds(10_000_000), faults: Backoff(first: .zero, longest: .zero))
        let dispatcher = dispatcher(policy: policy)
        let failure = ModelFailure(.server, "")
        let asked = Asked {
            try await dispatcher.answer(request("a")) { _, _ in
                throw failure
            } failed: { _, _, _ in
                TryHistory(tries: [.server: 1], span: .zero)
            }
        }
        // The breaker opens again and again; five minutes later it always lets a probe out.
        let clock = clock
        #expect(
            await eventually {
                clock.advance(by: .seconds(300))
                return asked.isDone
            }
        )
        await #expect(throws: GivenUp(failure, isFinal: false)) { try await asked.value }
        #expect(dispatcher.figures.waiting == 0)
    }
}
