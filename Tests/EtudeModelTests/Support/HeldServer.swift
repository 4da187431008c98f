import EtudeModel
import Synchronization

/// A server that answers each request when the test lets it.
final class HeldServer: Sendable {
    private typealias Waiter = CheckedContinuation<ChatAnswer, any Error>

    private struct State {
        var received: [String] = []
        var held: [String: Waiter] = [:]
        /// What is answered as soon as it is asked.
        var ready: [String: Result<ChatAnswer, any Error>] = [:]
    }

    private let state = Mutex(State())

    /// The names of all requests so far, in the order in which they came.
    var received: [String] { state.withLock(\.received) }

    /// Answers a request when ``answer(_:with:)`` is called; a cancelled one fails at once.
    func send(_ name: String) async throws -> ChatAnswer {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                let ready: Result<ChatAnswer, any Error>? = state.withLock { state in
                    state.received.append(name)
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let ready = state.ready.removeValue(forKey: name) { return ready }
                    state.held[name] = waiter
                    return nil
                }
                if let ready { waiter.resume(with: ready) }
            }
        } onCancel: {
            state.withLock { $0.held.removeValue(forKey: name) }?.resume(throwing: CancellationError())
        }
    }

    /// Lets a request be answered, or fail; one that has not come yet, when it comes.
    func answer(_ name: String, with result: Result<ChatAnswer, any Error> = .success(.short)) {
        let waiter = state.withLock { state in
            let waiter = state.held.removeValue(forKey: name)
            if waiter == nil { state.ready[name] = result }
            return waiter
        }
        waiter?.resume(with: result)
    }
}

extension ChatAnswer {
    /// An answer that cost two tokens.
    static let short = ChatAnswer(text: "Yes.", usage: TokenUsage(input: 1, output: 1), model: "m")
}

/// Lets others run until something holds; gives up after some seconds, so that no test hangs.
func eventually(_ holds: () -> Bool) async -> Bool {
    let deadline = ContinuousClock.now.advanced(by: .seconds(30))
    while ContinuousClock.now < deadline {
        if holds() { return true }
        await Task.yield()
    }
    return holds()
}
