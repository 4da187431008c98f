/// Work that must be done within a time.
enum Deadline {
    /// The time passed before the work was done.
    struct Passed: Error {}

    /// Runs work and cancels it when its time has passed.
    ///
    /// - Parameters:
    ///   - limit: the time.
    ///   - work: the work; it must heed cancellation.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, or ``Passed``.
    static func run<Result: Sendable>(
        within limit: Duration,
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw Passed()
            }
            guard let result = try await group.next() else { throw Passed() }
            return result
        }
    }
}
