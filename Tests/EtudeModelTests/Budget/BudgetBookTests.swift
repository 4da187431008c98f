import EtudeCore
import EtudeModel
import Testing

@Suite struct BudgetBookTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `What is spent never exceeds a limit, whatever is asked, and whenever days change`(seed: UInt64) {
        var draws = SeededGenerator(seed: Seed(seed))
        let limits: [BudgetScope: BudgetLimit] = [
            .run: BudgetLimit(calls: 200),
            .day: BudgetLimit(tokens: 4_000),
            .total: BudgetLimit(money: 60.5),
        ]
        var book = BudgetBook(limits: limits, spent: [.total: Spending(money: 10)], day: 0)
        var flights: [(worst: Spending, day: Int)] = []
        var truth = [BudgetScope.run: Spending(), .total: Spending(money: 10)]
        var days: [Int: Spending] = [:]
        var day = 0
        for _ in 0..<2_000 {
            if draws.unit() < 0.01 { day += 1 }
            let worst = Spending(calls: 1, tokens: 1 + draws.below(500), money: draws.unit())
            if draws.unit() < 0.6 {
                if book.reserve(worst, day: day) == nil { flights.append((worst, day)) }
            } else if !flights.isEmpty {
                let flight = flights.remove(at: draws.below(flights.count))
                let share = draws.unit() < 0.3 ? 1 : draws.unit()
                let actual = Spending(
                    calls: 1,
                    tokens: Int(Double(flight.worst.tokens) * share),
                    money: flight.worst.money * share
                )
                book.settle(flight.worst, actual: actual)
                for scope in [BudgetScope.run, .total] { truth[scope] = truth[scope, default: Spending()] + actual }
                days[flight.day] = days[flight.day, default: Spending()] + actual
            }
            #expect(book.hasReservations == !flights.isEmpty)
            #expect(book.spent(in: .run) == truth[.run])
            #expect(book.spent(in: .run).calls <= 200)
            #expect(book.spent(in: .total).money <= 60.500_001)
            #expect(days.values.allSatisfy { $0.tokens <= 4_000 })
        }
        #expect(book.spent(in: .run).calls > 50)
    }

    @Test func `The scope without room is named, and nothing is set aside for it`() {
        var book = BudgetBook(
            limits: [.run: BudgetLimit(calls: 2), .day: BudgetLimit(tokens: 10)],
            spent: [.day: Spending(tokens: 5)],
            day: 3
        )
        #expect(book.reserve(Spending(calls: 1, tokens: 6), day: 3) == .day)
        #expect(!book.hasReservations)
        #expect(book.reserve(Spending(calls: 1, tokens: 5), day: 3) == nil)
        #expect(book.reserve(Spending(calls: 2), day: 3) == .run)
    }

    @Test func `A new day starts with nothing spent, and an earlier one does not come back`() {
        var book = BudgetBook(limits: [.day: BudgetLimit(tokens: 10)], spent: [.day: Spending(tokens: 10)], day: 3)
        #expect(book.reserve(Spending(calls: 1, tokens: 1), day: 3) == .day)
        #expect(book.reserve(Spending(calls: 1, tokens: 10), day: 4) == nil)
        #expect(book.reserve(Spending(calls: 1, tokens: 1), day: 3) == .day)
    }

    @Test func `Money is compared to a billionth`() {
        var book = BudgetBook(limits: [.run: BudgetLimit(money: 0.3)], spent: [:], day: 0)
        for _ in 0..<3 { #expect(book.reserve(Spending(calls: 1, money: 0.1), day: 0) == nil) }
        #expect(book.reserve(Spending(calls: 1, money: 0.000_001), day: 0) == .run)
    }
}
