import EtudeModel
import Testing

@Suite struct BudgetTests {
    private func budget(tokens: Int) -> Budget {
        Budget(BudgetBook(limits: [.run: BudgetLimit(tokens: tokens)], spent: [:], day: 0)) { 0 }
    }

    @Test func `Who finds no room is called when something has ended, and once`() {
        let budget = budget(tokens: 10)
        let calls = Shared(0)
        #expect(budget.reserve(Spending(calls: 1, tokens: 8)) { calls.change { $0 += 1 } } == .granted)
        #expect(budget.reserve(Spending(calls: 1, tokens: 8)) { calls.change { $0 += 1 } } == .later)
        #expect(calls.value == 0)
        budget.settle(Spending(calls: 1, tokens: 8), actual: Spending(calls: 1, tokens: 1))
        #expect(calls.value == 1)
        #expect(budget.reserve(Spending(calls: 1, tokens: 8)) { calls.change { $0 += 1 } } == .granted)
        budget.settle(Spending(calls: 1, tokens: 8), actual: Spending(calls: 1, tokens: 8))
        #expect(calls.value == 1)
        #expect(budget.spent(in: .run) == Spending(calls: 2, tokens: 9))
    }

    @Test func `When nothing is in flight that could make room, it is spent`() {
        let budget = budget(tokens: 10)
        #expect(budget.reserve(Spending(calls: 1, tokens: 11)) {} == .spent(.run))
    }

    @Test func `Who is called may ask again at once`() {
        let budget = budget(tokens: 10)
        let calls = Shared(0)
        _ = budget.reserve(Spending(calls: 1, tokens: 8)) {}
        _ = budget.reserve(Spending(calls: 1, tokens: 9)) {
            if budget.reserve(Spending(calls: 1, tokens: 9), orElse: {}) == .spent(.run) { calls.change { $0 += 1 } }
        }
        budget.settle(Spending(calls: 1, tokens: 8), actual: Spending(calls: 1, tokens: 8))
        #expect(calls.value == 1)
    }
}
