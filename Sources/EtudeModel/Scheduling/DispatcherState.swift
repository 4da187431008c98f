/// What a dispatcher keeps behind its lock.
struct DispatcherState: Sendable {
    var scheduler: RequestScheduler
    /// Requests that may leave and have not been told yet.
    var granted: [RequestScheduler.Ticket: Int] = [:]
    var waiters: [RequestScheduler.Ticket: CheckedContinuation<Int, any Error>] = [:]
    var billings: [RequestScheduler.Ticket: Billing] = [:]
    var stopped: (any Error)?
    var wakeAt: Duration?
    var timer: Task<Void, Never>?

    init(scheduler: RequestScheduler) {
        self.scheduler = scheduler
    }

    /// The server that a request may go to, if it may; it is told once.
    mutating func takeGrant(_ ticket: RequestScheduler.Ticket) throws -> Int? {
        if let server = granted.removeValue(forKey: ticket) { return server }
        if let stopped { throw stopped }
        return nil
    }

    /// The server, or nil after the waiter was put into the list; a cancelled task does not wait.
    mutating func takeGrant(
        _ ticket: RequestScheduler.Ticket,
        orAdd waiter: CheckedContinuation<Int, any Error>
    ) throws -> Int? {
        if let server = try takeGrant(ticket) { return server }
        try Task.checkCancellation()
        waiters[ticket] = waiter
        return nil
    }
}
