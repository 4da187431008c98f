import EtudeModel
import Synchronization
import Testing

/// On the main actor, where tasks start in the order in which they are made.
@MainActor @Suite(.timeLimit(.minutes(1))) struct ConcurrencyLimiterTests {
    /// Doors that work waits behind until the test opens them.
    private actor Doors {
        private(set) var entered: [Int] = []
        private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        private var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

        func pass(_ number: Int) async {
            entered.append(number)
            await withCheckedContinuation { continuation in
                waiting[number] = continuation
                for watcher in watchers where watcher.count <= entered.count { watcher.continuation.resume() }
                watchers.removeAll { $0.count <= entered.count }
            }
        }

        func open(_ number: Int) { waiting.removeValue(forKey: number)?.resume() }

        func wait(entered count: Int) async {
            guard entered.count < count else { return }
            await withCheckedContinuation { watchers.append((count, $0)) }
        }
    }

    /// Starts numbered work, which enters or queues in this order.
    private func start(_ count: Int, on limiter: ConcurrencyLimiter, _ doors: Doors) -> [Task<Void, any Error>] {
        (0..<count).map { number in
            Task { try await limiter.withPermit { await doors.pass(number) } }
        }
    }

    @Test func `No more run than the limit, and the others follow in order`() async throws {
        let limiter = ConcurrencyLimiter(limit: 2)
        let doors = Doors()
        let tasks = start(6, on: limiter, doors)
        await doors.wait(entered: 2)
        #expect(Set(await doors.entered) == [0, 1])
        for number in 0..<6 {
            await doors.wait(entered: min(number + 2, 6))
            #expect(await doors.entered.count == min(number + 2, 6))
            await doors.open(number)
        }
        for task in tasks { try await task.value }
        #expect(await doors.entered.dropFirst(2) == [2, 3, 4, 5])
    }

    @Test func `One that is cancelled while it waits loses its turn and no place`() async throws {
        let limiter = ConcurrencyLimiter(limit: 1)
        let doors = Doors()
        let tasks = start(3, on: limiter, doors)
        await doors.wait(entered: 1)
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        await doors.open(0)
        await doors.wait(entered: 2)
        await doors.open(2)
        try await tasks[2].value
        #expect(await doors.entered == [0, 2])
    }

    @Test func `One that was cancelled before gets no place, and failing work gives its place back`() async throws {
        let limiter = ConcurrencyLimiter(limit: 1)
        let cancelled = Task {
            while !Task.isCancelled { await Task.yield() }
            try await limiter.withPermit {}
        }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let failure = ModelFailure(.server, "")
        await #expect(throws: failure) { try await limiter.withPermit { throw failure } }
        #expect(try await limiter.withPermit { 7 } == 7)
    }
}
