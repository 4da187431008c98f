import Synchronization

/// A clock that stands still until a test moves it.
///
/// A test waits with ``nextDeadline()`` until the code under test sleeps, and then moves the clock there.
public final class ManualClock: Clock, Sendable {
    /// A time, counted from the clock's start.
    public struct Instant: InstantProtocol, Sendable {
        /// The time since the start.
        public let offset: Duration

        /// The time so much later.
        public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        /// The time from this to another.
        public func duration(to other: Instant) -> Duration { other.offset - offset }
        /// Whether the first is earlier.
        public static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
    }

    private struct Sleeper: Sendable {
        let ticket: Int
        let deadline: Instant
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State: Sendable {
        var now = Instant(offset: .zero)
        var nextTicket = 0
        var sleepers: [Sleeper] = []
        var watchers: [CheckedContinuation<Instant, Never>] = []
    }

    private let state = Mutex(State())

    /// A clock at its start.
    public init() {}

    /// The time to which the clock was moved.
    public var now: Instant { state.withLock(\.now) }
    /// The earliest time at which a sleeper wakes; nil while nobody sleeps.
    public var earliestDeadline: Instant? { state.withLock { $0.sleepers.map(\.deadline).min() } }
    /// No time is too short.
    public var minimumResolution: Duration { .zero }

    /// Sleeps until the clock is moved to a deadline.
    public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                put(Sleeper(ticket: ticket, deadline: deadline, continuation: continuation))
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.ticket == ticket }.map { state.sleepers.remove(at: $0) }
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Waits until somebody sleeps, and returns the earliest time at which a sleeper wakes.
    public func nextDeadline() async -> Instant {
        await withCheckedContinuation { continuation in
            let earliest = state.withLock { state in
                let earliest = state.sleepers.map(\.deadline).min()
                if earliest == nil { state.watchers.append(continuation) }
                return earliest
            }
            if let earliest { continuation.resume(returning: earliest) }
        }
    }

    /// Moves the clock forward and wakes those whose time has come, earliest first.
    public func advance(to instant: Instant) {
        let due = state.withLock { state in
            state.now = max(state.now, instant)
            let now = state.now
            let due = state.sleepers.filter { $0.deadline <= now }
            state.sleepers.removeAll { $0.deadline <= now }
            return due.sorted { ($0.deadline, $0.ticket) < ($1.deadline, $1.ticket) }
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Moves the clock forward by a time.
    public func advance(by duration: Duration) {
        advance(to: now.advanced(by: duration))
    }

    private func put(_ sleeper: Sleeper) {
        let (outcome, watchers): (Result<Void, any Error>?, [CheckedContinuation<Instant, Never>]) = state.withLock {
            state in
            guard !Task.isCancelled else { return (.failure(CancellationError()), []) }
            guard sleeper.deadline > state.now else { return (.success(()), []) }
            state.sleepers.append(sleeper)
            defer { state.watchers = [] }
            return (nil, state.watchers)
        }
        if let outcome { sleeper.continuation.resume(with: outcome) }
        for watcher in watchers { watcher.resume(returning: sleeper.deadline) }
    }
}
