import EtudeCore
@testable import EtudeModel
import Testing

@Suite struct CoolingQueueTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `It gives what a sorted list gives`(seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        var queue = CoolingQueue()
        var list: [(ticket: Int, time: Duration, isRetry: Bool)] = []
        for ticket in 0..<1_000 {
            if draws.unit() < 0.55 {
                let time = Duration.milliseconds(draws.below(50))
                let isRetry = draws.unit() < 0.5
                queue.insert(ticket, at: time, isRetry: isRetry)
                list.append((ticket, time, isRetry))
            } else {
                let gone = draws.below(ticket + 1)
                queue.remove(gone)
                list.removeAll { $0.ticket == gone }
            }
            #expect(queue.isEmpty == list.isEmpty)
            for allowsRetries in [true, false] {
                let first = queue.first { _, isRetry in allowsRetries || !isRetry }
                // Of one time, the one that came first.
                let expected = list.filter { allowsRetries || !$0.isRetry }.min {
                    ($0.time, $0.ticket) < ($1.time, $1.ticket)
                }
                #expect(first?.ticket == expected?.ticket)
                #expect(first?.time == expected?.time)
            }
        }
    }
}
