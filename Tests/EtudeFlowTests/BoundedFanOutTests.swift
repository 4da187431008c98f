import EtudeFlow
import Synchronization
import Testing

@Suite struct BoundedFanOutTests {
    @Test(arguments: [1, 3, 16])
    func `never runs more pieces at a time than its width`(width: Int) async throws {
        let running = Mutex((now: 0, most: 0))
        var left = 100
        try await BoundedFanOut(width: width).run(
            next: {
                guard left > 0 else { return nil }
                left -= 1
                return left
            },
            perform: { (piece: Int) async -> Int in
                running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                await Task.yield()
                running.withLock { $0.now -= 1 }
                return piece
            },
            receive: { _ in }
        )
        #expect(left == 0)
        #expect(running.withLock { $0.most } <= width)
    }

    @Test func `asks again after a result, and ends when nothing runs and nothing is left`() async throws {
        var open = [8]
        var received: [Int] = []
        try await BoundedFanOut(width: 4).run(
            next: { open.popLast() },
            perform: { $0 },
            receive: { number in
                received.append(number)
                if number > 1 { open.append(number / 2) }
            }
        )
        #expect(received == [8, 4, 2, 1])
    }

    @Test func `a piece that fails ends the rest at once`() async {
        struct Broken: Error {}
        var next = 0
        await #expect(throws: Broken.self) {
            try await BoundedFanOut(width: 4).run(
                next: {
                    next += 1
                    return next
                },
                perform: { number in
                    if number == 2 { throw Broken() }
                    // Only cancellation ends the other pieces.
                    try await Task.sleep(for: .seconds(3_600))
                },
                receive: { (_: Void) in }
            )
        }
    }
}
