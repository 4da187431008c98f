import Synchronization

/// Work that is under way is not begun a second time: whoever asks for the same meanwhile waits for it.
final class SharedWork<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let running = Mutex<[Key: Task<Value, any Error>]>([:])

    /// What some work comes to.
    ///
    /// - Parameters:
    ///   - key: what the work is about; equal keys mean equal work.
    ///   - work: the work, begun unless it is under way.
    /// - Returns: its result.
    /// - Throws: what the work throws; `CancellationError` if the one who began it or waits for it is cancelled.
    func value(for key: Key, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = running.withLock { running in
            if let task = running[key] { return task }
            let task = Task {
                defer { self.running.withLock { $0[key] = nil } }
                return try await work()
            }
            running[key] = task
            return task
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
