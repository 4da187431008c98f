import Synchronization

/// Lets so many requests run at once; the others wait in the order in which they came.
///
/// It is a lock and not an actor, so that leaving and cancelling take effect at once, without a task of their own.
public final class ConcurrencyLimiter: Sendable {
    private struct Waiter: Sendable {
        let ticket: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State: Sendable {
        var free: Int
        var nextTicket = 0
        var waiters: [Waiter] = []
    }

    private let state: Mutex<State>

    /// A limiter for `limit` requests at once; at least 1.
    public init(limit: Int) {
        precondition(limit > 0, "A limit of no requests would wait for ever.")
        state = Mutex(State(free: limit))
    }

    /// How many wait for a place.
    public var waiting: Int { state.withLock { $0.waiters.count } }

    /// Runs some work when there is room for it.
    ///
    /// - Parameter work: what to do while the place is held.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, or `CancellationError` when the task is cancelled while it waits.
    public func withPermit<Result>(_ work: () async throws -> Result) async throws -> Result {
        try await enter()
        defer { leave() }
        return try await work()
    }

    private func enter() async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                admit(Waiter(ticket: ticket, continuation: continuation))
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.ticket == ticket }.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Gives the waiter a place, or queues it; a task cancelled before it waits gets no place.
    private func admit(_ waiter: Waiter) {
        let outcome: Swift.Result<Void, any Error>? = state.withLock { state in
            guard !Task.isCancelled else { return .failure(CancellationError()) }
            guard state.free > 0 else {
                state.waiters.append(waiter)
                return nil
            }
            state.free -= 1
            return .success(())
        }
        if let outcome { waiter.continuation.resume(with: outcome) }
    }

    private func leave() {
        let next: Waiter? = state.withLock { state in
            guard !state.waiters.isEmpty else {
                state.free += 1
                return nil
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume()
    }
}
