/// The books of a budget: what was spent and what is set aside, in each scope.
///
/// A request is set aside at its worst case before it leaves, and booked at what it was when it has ended, so that the sum
/// of both never exceeds a limit.
public struct BudgetBook: Sendable {
    private let limits: [BudgetScope: BudgetLimit]
    private var spent: [BudgetScope: Spending]
    private var reserved = Spending()
    private var day: Int

    /// The books of a budget.
    ///
    /// - Parameters:
    ///   - limits: the limits by scope.
    ///   - spent: what earlier runs spent, by scope.
    ///   - day: the day of UTC, counted from 1970.
    public init(limits: [BudgetScope: BudgetLimit], spent: [BudgetScope: Spending], day: Int) {
        self.limits = limits
        self.spent = spent
        self.day = day
    }

    /// Whether something is set aside that may come back.
    public var hasReservations: Bool { reserved.calls > 0 }

    /// What was spent in a scope.
    public func spent(in scope: BudgetScope) -> Spending { spent[scope] ?? Spending() }

    /// Sets an amount aside, if every limit has room for it.
    ///
    /// - Parameters:
    ///   - amount: the worst case of a request.
    ///   - today: the day of UTC; a new one starts with nothing spent.
    /// - Returns: the scope whose limit has no room; nil if the amount is set aside.
    public mutating func reserve(_ amount: Spending, day today: Int) -> BudgetScope? {
        if today > day {
            day = today
            spent[.day] = Spending()
        }
        for scope in BudgetScope.allCases {
            guard let limit = limits[scope] else { continue }
            if !limit.holds(spent(in: scope) + reserved + amount) { return scope }
        }
        reserved = reserved + amount
        return nil
    }

    /// Sets an amount aside that is under way already, whatever the limits say.
    public mutating func hold(_ amount: Spending) { reserved = reserved + amount }

    /// Books what a request was in place of what was set aside for it.
    public mutating func settle(_ amount: Spending, actual: Spending) {
        reserved = reserved - amount
        if reserved.calls == 0 { reserved.money = 0 }
        for scope in BudgetScope.allCases { spent[scope] = spent(in: scope) + actual }
    }
}
