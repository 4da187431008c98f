import EtudeModel

/// The budget of a simulated process: the books, and the rule by which ``Budget`` answers.
struct SimulatedBudget {
    private var book: BudgetBook
    private var isAwaited = false
    /// The scope whose limit is reached for good.
    private(set) var spentScope: BudgetScope?

    init(_ book: BudgetBook) {
        self.book = book
    }

    mutating func admits(_ worst: Spending, day: Int) -> Bool {
        guard !isAwaited else { return false }
        guard let scope = book.reserve(worst, day: day) else { return true }
        if book.hasReservations {
            isAwaited = true
        } else {
            spentScope = scope
        }
        return false
    }

    mutating func settle(_ worst: Spending, actual: Spending) {
        book.settle(worst, actual: actual)
        isAwaited = false
    }
}
