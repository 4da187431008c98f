import Synchronization

/// Says whether anything new may still be sent, and why not.
///
/// Whoever pays for something asks the gate right before, or is told when it closes. Closing it is final; the first reason
/// stays.
public final class StopGate: Sendable {
    /// Why nothing new is sent any more.
    public enum Reason: Sendable, Equatable {
        /// SIGINT.
        case interrupted
        /// SIGTERM.
        case terminated
        /// A provider refuses for good; its own words.
        case refused(String)
        /// Nothing was answered for too long; a sentence.
        case stalled(String)
        /// The first answers show that a setting is wrong; a sentence.
        case misconfigured(String)
        /// The budget is spent; a sentence.
        case budget(String)
        /// The time of the run is over; a sentence.
        case deadline(String)

        /// Whether a refresh publishes what is decided by then: it was told beforehand how far to go.
        public var allowsPublishing: Bool {
            switch self {
            case .budget, .deadline: true
            case .interrupted, .terminated, .refused, .stalled, .misconfigured: false
            }
        }

        /// The reason in words.
        public var words: String {
            switch self {
            case .interrupted: "Interrupted."
            case .terminated: "Terminated."
            case .refused(let words), .stalled(let words), .misconfigured(let words), .budget(let words),
                .deadline(let words):
                words
            }
        }
    }

    private struct State {
        var reason: Reason?
        var lastAnswer: ContinuousClock.Instant
        var listeners: [@Sendable (Reason) -> Void] = []
    }

    private let state: Mutex<State>

    /// An open gate.
    public init() {
        state = Mutex(State(reason: nil, lastAnswer: .now))
    }

    /// Why the gate is closed; nil while it is open.
    public var reason: Reason? {
        state.withLock { $0.reason }
    }

    /// Closes the gate, unless it is closed already.
    public func close(_ reason: Reason) {
        let listeners = state.withLock { state in
            guard state.reason == nil else { return [@Sendable (Reason) -> Void]() }
            state.reason = reason
            defer { state.listeners = [] }
            return state.listeners
        }
        for listener in listeners { listener(reason) }
    }

    /// Calls a function when the gate closes, or at once if it is closed.
    public func whenClosed(_ listener: @escaping @Sendable (Reason) -> Void) {
        let reason = state.withLock { state in
            if state.reason == nil { state.listeners.append(listener) }
            return state.reason
        }
        if let reason { listener(reason) }
    }

    /// Notes that something was answered now.
    public func answered() {
        state.withLock { $0.lastAnswer = .now }
    }

    /// How long nothing has been answered.
    public var silence: Duration {
        state.withLock { $0.lastAnswer.duration(to: .now) }
    }

    /// Ends the caller's work if the gate is closed.
    ///
    /// - Throws: ``StoppedError`` with the reason.
    public func check() throws(StoppedError) {
        if let reason { throw StoppedError(reason: reason) }
    }
}

/// Work that was not begun because the run is stopping.
public struct StoppedError: Error, Sendable, Equatable {
    /// Why the run is stopping.
    public let reason: StopGate.Reason

    /// The error of a closed gate.
    public init(reason: StopGate.Reason) {
        self.reason = reason
    }
}
