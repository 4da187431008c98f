import Synchronization
import Testing

@testable import EtudePipeline

@Suite struct SharedWorkTests {
    @Test func `Work that is under way is done once for all who ask`() async throws {
        let shared = SharedWork<String, Int>()
        let begun = Mutex(0)
        let (waiting, open) = AsyncStream.makeStream(of: Void.self)
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await shared.value(for: "a") {
                        begun.withLock { $0 += 1 }
                        for await _ in waiting {}
                        return 7
                    }
                }
            }
            // The work ends once somebody has begun it; who asks later finds it under way, or begins it again at its end.
            while begun.withLock({ $0 }) == 0 { await Task.yield() }
            for _ in 0..<1_000 { await Task.yield() }
            open.finish()
            var values: [Int] = []
            for try await value in group { values.append(value) }
            return values
        }
        #expect(values == Array(repeating: 7, count: 8))
        #expect(begun.withLock { $0 } < 8)
    }

    @Test func `Work that has ended is begun again`() async throws {
        let shared = SharedWork<String, Int>()
        #expect(try await shared.value(for: "a") { 1 } == 1)
        #expect(try await shared.value(for: "a") { 2 } == 2)
        await #expect(throws: CancellationError.self) {
            _ = try await shared.value(for: "a") { throw CancellationError() }
        }
        #expect(try await shared.value(for: "a") { 3 } == 3)
    }
}
