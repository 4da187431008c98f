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

    /// What others may see: requests in flight, and those that wait.
    public var figures: (inFlight: Int, waiting: Int) {
        state.withLock { ($0.scheduler.inFlight, $0.scheduler.waiting) }
    }

    /// Has a request answered.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - send: one try at a server; the place is held until it returns, so it returns when the answer is durable.
    ///   - failed: told of each failed try, what it may have cost and how long it took; returns all failed tries of the request.
    /// - Returns: the answer.
    /// - Throws: ``GivenUp`` for a request that has no answer in the end, ``ModelFailure`` where no request can succeed, what
    ///   ``stop(_:)`` was given, or what the closures throw.
    public func answer(
        _ request: ChatRequest,
        send: (_ server: Int, Billing) async throws -> ChatAnswer,
        failed: (ModelFailure, Bill, Duration) async throws -> TryHistory
    ) async throws -> ChatAnswer {
        let size = RequestSize(request)
        let billing = Billing(size, price: price)
        let seed = request.seed.child("retry", "\(request.ask)")
        let ticket = state.withLock { state in
            let ticket = state.scheduler.submit(size, seed: seed)
            state.billings[ticket] = billing
            return ticket
        }
        defer { forget(ticket) }
        while true {
            let server = try await turn(of: ticket)
            let sentAt = now
            do {
                let answer = try await send(server, billing)
                budget?.settle(billing.worst, actual: billing.bill(for: answer).spending)
                update { $0.answered(ticket, usage: answer.usage, at: $1) }
                return answer
            } catch let failure as ModelFailure {
                let bill = billing.bill(for: failure)
                let time = now - sentAt
                budget?.settle(billing.worst, actual: bill.spending)
                update { $0.failed(ticket, failure, at: $1) }
                if failure.kind.isFatal { stop(failure) }
                try await decide(ticket, after: failure, history: try await failed(failure, bill, time))
            } catch {
                // Given up in mid-flight: nobody knows what it cost, so the worst case is booked.
                budget?.settle(billing.worst, actual: billing.worst)
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
            let server = try await told(ticket)
            if let stopped = state.withLock(\.stopped) { throw stopped }
            try Task.checkCancellation()
            return server
        } catch {
            // In one step, lest its turn comes in between and what is set aside for it is never given back.
            let unused = state.withLock { state in
                defer { state.scheduler.abandon(ticket, at: now) }
                return state.scheduler.isInFlight(ticket) ? state.billings[ticket] : nil
            }
            if let unused { budget?.settle(unused.worst, actual: Spending()) }
            throw error
        }
    }

    private func told(_ ticket: RequestScheduler.Ticket) async throws -> Int {
        if let turn = state.withLock({ $0.takeTurn(ticket) }) { return try turn.get() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let turn = state.withLock { $0.takeTurn(ticket, orAdd: continuation) }
                if let turn { continuation.resume(with: turn) }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume(throwing: CancellationError())
        }
    }

    /// Leaves nothing of a request behind, however it ended.
    private func forget(_ ticket: RequestScheduler.Ticket) {
        update { $0.abandon(ticket, at: $1) }
        state.withLock { state in
            state.billings[ticket] = nil
            state.turns[ticket] = nil
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
        var told: [(DispatcherState.Waiter, DispatcherState.Turn)] = []
        var spent: BudgetScope?
        let events = state.withLock { state in
            guard state.stopped == nil else { return [SchedulerEvent]() }
            let now = now
            var awaitsBudget = state.awaitsBudget
            while true {
                let ticket: RequestScheduler.Ticket
                let turn: DispatcherState.Turn
                switch state.scheduler.next(at: now, admits: { admits($0, &awaitsBudget, &spent) }) {
                case .send(let sent, let server): (ticket, turn) = (sent, .success(server))
                case .setAside(let left, let failure):
                    (ticket, turn) = (left, .failure(GivenUp(failure, isFinal: false)))
                case .wait(let until):
                    setTimer(until, &state)
                    state.awaitsBudget = awaitsBudget
                    return state.scheduler.takeEvents()
                }
                if let waiter = state.put(turn, for: ticket) { told.append((waiter, turn)) }
            }
        }
        for (waiter, turn) in told { waiter.resume(with: turn) }
        for event in events { hooks.event(event) }
        if let spent { hooks.budgetSpent(spent) }
    }

    /// Whether the budget has room for a request.
    ///
    /// While it is to call when it may have, it is not asked again.
    private func admits(_ size: RequestSize, _ awaitsBudget: inout Bool, _ spent: inout BudgetScope?) -> Bool {
        guard let budget else { return true }
        guard !awaitsBudget else { return false }
        switch budget.reserve(Billing(size, price: price).worst, orElse: { [weak self] in self?.budgetMayHaveRoom() }) {
        case .granted: return true
        case .later: awaitsBudget = true
        case .spent(let scope): spent = scope
        }
        return false
    }

    private func budgetMayHaveRoom() {
        state.withLock { $0.awaitsBudget = false }
        pump()
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
