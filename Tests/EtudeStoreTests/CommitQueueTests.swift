import Testing

@testable import EtudeStore

struct CommitQueueTests {
    /// The batch to commit at once, where there is one.
    private func batch(_ next: CommitQueue<Int>.Next) -> [Int]? {
        if case .commit(let batch) = next { batch } else { nil }
    }

    private func isPause(_ next: CommitQueue<Int>.Next) -> Bool {
        if case .pause = next { true } else { false }
    }

    @Test func `an entry that comes alone is committed at once`() {
        var queue = CommitQueue<Int>()
        for number in 1...3 {
            #expect(queue.add(number) == [number])
            #expect(batch(queue.ended()) == nil)
            #expect(queue.pauseEnded() == nil)
        }
        #expect(queue.commits == 3)
    }

    @Test func `what comes during a commit goes together into the next, in order`() {
        var queue = CommitQueue<Int>()
        _ = queue.add(1)
        #expect(queue.add(2) == nil)
        #expect(queue.add(3) == nil)
        #expect(batch(queue.ended()) == [2, 3])
        #expect(queue.commits == 2)
    }

    @Test func `after a commit of several, entries gather for a pause`() {
        var queue = CommitQueue<Int>()
        _ = queue.add(1)
        for entry in 2...3 { _ = queue.add(entry) }
        _ = queue.ended()
        #expect(isPause(queue.ended()))
        #expect(queue.add(4) == nil)
        #expect(queue.add(5) == nil)
        #expect(queue.pauseEnded() == [4, 5])
        #expect(isPause(queue.ended()))
        #expect(queue.pauseEnded() == nil, "Nothing came.")
        #expect(queue.add(6) == [6])
        #expect(!isPause(queue.ended()), "It came alone.")
    }

    @Test func `a full batch ends the pause, and no commit takes more than fifty`() {
        var queue = CommitQueue<Int>()
        _ = queue.add(0)
        for entry in 1...120 { #expect(queue.add(entry) == nil) }
        #expect(batch(queue.ended()) == Array(1...50))
        #expect(batch(queue.ended()) == Array(51...100))
        #expect(isPause(queue.ended()))
        for entry in 121...129 { #expect(queue.add(entry) == nil) }
        for entry in 130...149 { #expect(queue.add(entry) == nil) }
        #expect(queue.add(150) == Array(101...150))
        #expect(queue.pauseEnded() == nil, "The pause is over already.")
    }
}
