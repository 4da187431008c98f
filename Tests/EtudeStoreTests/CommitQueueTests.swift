import Testing

@testable import EtudeStore

struct CommitQueueTests {
    @Test func `the first entry is committed at once, alone`() {
        var queue = CommitQueue<Int>()
        #expect(queue.add(1) == [1])
        #expect(queue.commits == 1)
    }

    @Test func `what comes during a commit goes together into the next, in order`() {
        var queue = CommitQueue<Int>()
        _ = queue.add(1)
        #expect(queue.add(2) == nil)
        #expect(queue.add(3) == nil)
        #expect(queue.ended() == [2, 3])
        #expect(queue.ended() == nil)
        #expect(queue.add(4) == [4])
        #expect(queue.commits == 3)
    }

    @Test func `no commit takes more than fifty`() {
        var queue = CommitQueue<Int>()
        _ = queue.add(0)
        for entry in 1...120 { #expect(queue.add(entry) == nil) }
        #expect(queue.ended() == Array(1...50))
        #expect(queue.ended() == Array(51...100))
        #expect(queue.ended() == Array(101...120))
        #expect(queue.ended() == nil)
    }
}
