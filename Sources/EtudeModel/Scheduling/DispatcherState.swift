/// What a dispatcher keeps behind its lock.
struct DispatcherState: Sendable {
    /// What a request that waits for its turn is told: the server that it may go to, or that it is set aside.
    typealias Turn = Result<Int, any Error>
    typealias Waiter = CheckedContinuation<Int, any Error>

    var scheduler: RequestScheduler
    /// What has been decided of requests that have not asked yet.
    var turns: [RequestScheduler.Ticket: Turn] = [:]
    var waiters: [RequestScheduler.Ticket: Waiter] = [:]
    var billings: [RequestScheduler.Ticket: Billing] = [:]
    /// Whether the budget will call when there may be room.
    var awaitsBudget = false
    var stopped: (any Error)?
    var wakeAt: Duration?
    var timer: Task<Void, Never>?

    init(scheduler: RequestScheduler) {
        self.scheduler = scheduler
    }

    /// What was decided of a request, if anything; it is told once.
    mutating func takeTurn(_ ticket: RequestScheduler.Ticket) -> Turn? {
        turns.removeValue(forKey: ticket) ?? stopped.map(Turn.failure)
    }

    /// What was decided, or nil after the waiter was put into the list; a cancelled task does not wait.
    mutating func takeTurn(_ ticket: RequestScheduler.Ticket, orAdd waiter: Waiter) -> Turn? {
        if let turn = takeTurn(ticket) { return turn }
        guard !Task.isCancelled else { return .failure(CancellationError()) }
        waiters[ticket] = waiter
        return nil
    }

    /// Keeps what was decided of a request until it asks.
    ///
    /// - Returns: the waiter, if it has asked already, to be resumed with it.
    mutating func put(_ turn: Turn, for ticket: RequestScheduler.Ticket) -> Waiter? {
        if let waiter = waiters.removeValue(forKey: ticket) { return waiter }
        turns[ticket] = turn
        return nil
    }
}
