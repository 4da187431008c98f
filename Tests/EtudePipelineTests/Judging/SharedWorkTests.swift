import Testing

@testable import EtudePipeline

@Suite struct SharedWorkTests {
    @Test func `Work that is under way is done once for all who ask`() async throws {
        let shared = SharedWork<String, Int>()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        let asked = (0..<8).map { _ in
            Task {
                try await shared.value(for: "a") {
                    begin.yield()
                    for await _ in ended {}
                    return 7
                }
            }
        }
        var count = 0
        for await _ in begun.prefix(1) { count += 1 }
        // Whoever asks before the work ends finds it under way.
        for _ in 0..<1_000 { await Task.yield() }
        end.finish()
        for task in asked { #expect(try await task.value == 7) }
        begin.finish()
        for await _ in begun { count += 1 }
        #expect(count < 8)
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
