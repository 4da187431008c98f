import EtudeCore
@testable import EtudeModel
import Testing

@Suite struct TicketQueueTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `It gives what a plain list gives`(seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        var queue = TicketQueue()
        var list: [Int] = []
        var next = 0
        for _ in 0..<2_000 {
            let draw = draws.unit()
            if draw < 0.5 || next == 0 {
                queue.append(next)
                list.append(next)
                next += 1
            } else if draw < 0.8, let first = list.first {
                queue.remove(first)
                list.removeFirst()
            } else {
                // Any ticket, one that is gone included.
                let ticket = draws.below(next)
                queue.remove(ticket)
                list.removeAll { $0 == ticket }
            }
            #expect(queue.first == list.first)
        }
    }
}
