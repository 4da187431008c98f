import EtudeModel
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct ConcurrencyLimiterTests {
    /// Doors that work waits behind until the test opens them.
    private actor Doors {
        private(set) var entered: [Int] = []
        private var opened: Set<Int> = []

        func pass(_ number: Int) async throws {
            entered.append(number)
            while !opened.contains(number) { try await Task.sleep(for: .milliseconds(1)) }
        }

        func open(_ number: Int) { opened.insert(number) }

        func wait(entered count: Int) async throws {
            while entered.count < count { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    /// Starts numbered work; each has entered or queued before the next starts.
    private func start(
        _ count: Int,
        of places: Int,
        on limiter: ConcurrencyLimiter,
        _ doors: Doors
    ) async throws -> [Task<Void, any Error>] {
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<count {
            tasks.append(Task { try await limiter.withPermit { try await doors.pass(number) } })
            try await doors.wait(entered: min(number + 1, places))
            while limiter.waiting < number + 1 - places { try await Task.sleep(for: .milliseconds(1)) }
        }
        return tasks
    }

    @Test func `No more run than the limit, and the others follow in order`() async throws {
        let limiter = ConcurrencyLimiter(limit: 2)
        let doors = Doors()
        let tasks = try await start(6, of: 2, on: limiter, doors)
        for number in 0..<6 {
            try await doors.wait(entered: min(number + 2, 6))
            #expect(await doors.entered.count == min(number + 2, 6))
            await doors.open(number)
        }
        for task in tasks { try await task.value }
        #expect(await doors.entered == [0, 1, 2, 3, 4, 5])
    }

    @Test func `One that is cancelled while it waits loses its turn and no place`() async throws {
        let limiter = ConcurrencyLimiter(limit: 1)
        let doors = Doors()
        let tasks = try await start(3, of: 1, on: limiter, doors)
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        await doors.open(0)
        try await doors.wait(entered: 2)
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
