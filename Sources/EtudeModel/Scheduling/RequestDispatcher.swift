import EtudeCore
import Synchronization

/// Carries out what a ``RequestScheduler`` decides: lets requests go when it is their turn, and wakes those that may be tried
/// again.
///
/// It is a lock and not an actor, so that a place that is free is taken at once, and a request that may leave at once never
/// suspends.
public final class RequestDispatcher<C: Clock<Duration>>: Sendable {
    /// What the dispatcher tells while it works.
    public struct Hooks: Sendable {
        /// Told of each change of state.
        public var event: @Sendable (SchedulerEvent) -> Void
        /// Told when the budget has no room and nothing in flight can make any.
        public var budgetSpent: @Sendable (BudgetScope) -> Void

        /// Hooks; by default nobody is told.
        public init(
            event: @escaping @Sendable (SchedulerEvent) -> Void = { _ in },
            budgetSpent: @escaping @Sendable (BudgetScope) -> Void = { _ in }
        ) {
            self.event = event
            self.budgetSpent = budgetSpent
        }
    }

    private let state: Mutex<DispatcherState>
    private let budget: Budget?
    private let price: TokenPrice?
    private let clock: C
    private let start: C.Instant
    private let hooks: Hooks

    /// A dispatcher.
    ///
    /// - Parameters:
    ///   - scheduler: what decides.
    ///   - budget: the budget of the run, if it has one.
    ///   - price: the price of the model's tokens, where the user gave one.
    ///   - clock: by what to wait.
    ///   - hooks: what is told to others.
    public init(
        _ scheduler: RequestScheduler,
        budget: Budget? = nil,
        price: TokenPrice? = nil,
        clock: C,
        hooks: Hooks = Hooks()
    ) {
        state = Mutex(DispatcherState(scheduler: scheduler))
        self.budget = budget
        self.price = price
        self.clock = clock
        self.hooks = hooks
        start = clock.now
    }

    private var now: Duration { start.duration(to: clock.now) }

    /// What others may see: requests in flight, those that wait, places, and whether a breaker is not closed.
    public var figures: (inFlight: Int, waiting: Int, places: Int, isBroken: Bool) {
        state.withLock { ($0.scheduler.inFlight, $0.scheduler.waiting, $0.scheduler.places, $0.scheduler.isBroken) }
    }

    /// Has a request answered.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - send: one try at a server; the place is held until it returns, so it returns when the answer is durable.
    ///   - failed: told of each failed try and what it may have cost; returns all failed tries of the request.
    /// - Returns: the answer.
    /// - Throws: ``GivenUp`` for a request that has no answer in the end, ``ModelFailure`` where no request can succeed, what
    ///   ``stop(_:)`` was given, or what the closures throw.
    public func answer(
        _ request: ChatRequest,
        send: (_ server: Int, Billing) async throws -> ChatAnswer,
        failed: (ModelFailure, Bill) async throws -> TryHistory
    ) async throws -> ChatAnswer {
        let size = RequestSize(request)
        let billing = Billing(size, price: price)
        let seed = request.seed.child("retry", "\(request.ask)")
        let ticket = state.withLock { state in
            let ticket = state.scheduler.submit(size, seed: seed, at: now)
            state.billings[ticket] = billing
            return ticket
        }
        defer { state.withLock { $0.billings[ticket] = nil } }
        while true {
            let server = try await turn(of: ticket)
            do {
                let answer = try await send(server, billing)
                budget?.settle(billing.worst, actual: billing.bill(for: answer).spending)
                update { $0.answered(ticket, usage: answer.usage, at: $1) }
                return answer
            } catch let failure as ModelFailure {
                let bill = billing.bill(for: failure)
                budget?.settle(billing.worst, actual: bill.spending)
                update { $0.failed(ticket, failure, at: $1) }
                try await decide(ticket, after: failure, history: try await failed(failure, bill))
            } catch {
                // Given up in mid-flight: nobody knows what it cost, so the worst case is booked.
                budget?.settle(billing.worst, actual: billing.worst)
                update { $0.abandon(ticket, at: $1) }
                throw error
            }
        }
    }

    /// Lets nothing leave any more: those that wait fail with this error, what is in flight goes on.
    public func stop(_ error: any Error) {
        let waiters = state.withLock { state in
            if state.stopped == nil { state.stopped = error }
            state.timer?.cancel()
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume(throwing: error) }
    }

    // MARK: Turns

    /// Returns when it is the request's turn, with its server.
    private func turn(of ticket: RequestScheduler.Ticket) async throws -> Int {
        pump()
        do {
            let server = try await grant(of: ticket)
            if let stopped = state.withLock(\.stopped) { throw stopped }
            return server
        } catch {
            let (wasGranted, billing) = state.withLock { state in
                state.granted[ticket] = nil
                return (state.scheduler.isInFlight(ticket), state.billings[ticket])
            }
            if wasGranted, let billing { budget?.settle(billing.worst, actual: Spending()) }
            update { $0.abandon(ticket, at: $1) }
            throw error
        }
    }

    private func grant(of ticket: RequestScheduler.Ticket) async throws -> Int {
        if let server = try state.withLock({ try $0.takeGrant(ticket) }) { return server }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome = state.withLock { state in
                    Result { try state.takeGrant(ticket, orAdd: continuation) }
                }
                switch outcome {
                case .success(nil): break
                case .success(let server?): continuation.resume(returning: server)
                case .failure(let error): continuation.resume(throwing: error)
                }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(throwing: CancellationError())
        }
    }

    private func decide(
        _ ticket: RequestScheduler.Ticket,
        after failure: ModelFailure,
        history: TryHistory
    ) async throws {
        var decision = RetryMachine.Decision.stop
        update { decision = $0.decide(ticket, after: failure, history: history, at: $1) }
        switch decision {
        case .retry: return
        case .giveUp: throw GivenUp(failure, isFinal: true)
        case .setAside: throw GivenUp(failure, isFinal: false)
        case .stop: throw failure
        }
    }

    /// Changes the scheduler's state and lets go what may go then.
    private func update(_ change: (inout RequestScheduler, Duration) -> Void) {
        state.withLock { change(&$0.scheduler, now) }
        pump()
    }

    /// Lets go whatever may go now, and sets the timer for what may go later.
    private func pump() {
        var resumed: [(CheckedContinuation<Int, any Error>, Int)] = []
        var spent: BudgetScope?
        let events = state.withLock { state in
            guard state.stopped == nil else { return [SchedulerEvent]() }
            let now = now
            var step = state.scheduler.next(at: now, admits: { admits($0, &spent) })
            while case .send(let ticket, let server) = step {
                if let waiter = state.waiters.removeValue(forKey: ticket) {
                    resumed.append((waiter, server))
                } else {
                    state.granted[ticket] = server
                }
                step = state.scheduler.next(at: now, admits: { admits($0, &spent) })
            }
            if case .wait(let until) = step { setTimer(until, &state) }
            return state.scheduler.takeEvents()
        }
        for (waiter, server) in resumed { waiter.resume(returning: server) }
        for event in events { hooks.event(event) }
        if let spent { hooks.budgetSpent(spent) }
    }

    private func admits(_ size: RequestSize, _ spent: inout BudgetScope?) -> Bool {
        guard let budget else { return true }
        switch budget.reserve(Billing(size, price: price).worst, orElse: { [weak self] in self?.pump() }) {
        case .granted: return true
        case .later: return false
        case .spent(let scope):
            spent = scope
            return false
        }
    }

    /// Wakes the queue at a time; an earlier wake that is set already stays.
    private func setTimer(_ until: Duration?, _ state: inout DispatcherState) {
        guard let until else { return }
        if let wakeAt = state.wakeAt, wakeAt <= until, wakeAt > now { return }
        state.timer?.cancel()
        state.wakeAt = until
        let instant = start.advanced(by: until)
        state.timer = Task { [weak self, clock] in
            guard (try? await clock.sleep(until: instant, tolerance: nil)) != nil else { return }
            self?.pump()
        }
    }
}
