import EtudeCore
import EtudeModel
import Testing

@Suite struct RetryBudgetTests {
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `Of any 1,000 requests at most half are retries`(seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        var budget = RetryBudget()
        var sent: [Bool] = []
        var inWindow = 0
        let share = draws.unit()
        for _ in 0..<5_000 {
            let isRetry = draws.unit() < share && budget.allowsRetry
            budget.sent(isRetry: isRetry)
            sent.append(isRetry)
            inWindow += (isRetry ? 1 : 0) - (sent.count > 1_000 && sent[sent.count - 1_001] ? 1 : 0)
            #expect(inWindow <= 500)
        }
    }

    @Test func `It starts with a credit of 500 retries, and each first try that follows 1,000 requests earns one`() {
        var budget = RetryBudget()
        for _ in 0..<500 {
            #expect(budget.allowsRetry)
            budget.sent(isRetry: true)
        }
        #expect(!budget.allowsRetry)
        for _ in 0..<500 { budget.sent(isRetry: false) }
        // The oldest request of the window is a retry: another may take its place.
        #expect(budget.allowsRetry)
        for _ in 0..<500 { budget.sent(isRetry: true) }
        #expect(!budget.allowsRetry)
    }
}
