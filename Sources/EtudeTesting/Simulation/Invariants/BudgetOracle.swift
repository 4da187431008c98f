import EtudeModel

/// Sums what the provider in truth billed, to check that no limit of the budget is crossed.
///
/// Requests that a killed process had in flight are left out: nobody could know of them.
struct BudgetOracle {
    private let limits: [BudgetScope: BudgetLimit]
    private let before: Spending
    private let price: TokenPrice?
    private var total = Spending()
    private var byDay: [Int: Spending] = [:]

    init(_ plan: SimulationPlan) {
        limits = plan.budget
        before = plan.spentBefore
        price = plan.price
    }

    /// Bills a request; returns the scope whose limit is crossed, if one is.
    mutating func bill(_ usage: TokenUsage?, day: Int) -> BudgetScope? {
        guard !limits.isEmpty else { return nil }
        let spending = spending(usage)
        total = total + spending
        byDay[day] = byDay[day, default: Spending()] + spending
        let sums = [BudgetScope.run: total, .day: byDay[day] ?? Spending(), .total: before + total]
        return BudgetScope.allCases.first { scope in
            guard let limit = limits[scope], let sum = sums[scope] else { return false }
            return !limit.holds(sum)
        }
    }

    mutating func forget(_ usage: TokenUsage?, day: Int) {
        let spending = spending(usage)
        total = total - spending
        byDay[day] = byDay[day, default: Spending()] - spending
    }

    private func spending(_ usage: TokenUsage?) -> Spending {
        guard let usage else { return Spending(calls: 1) }
        let cost = price?.cost(input: usage.input, output: usage.output) ?? 0
        return Spending(calls: 1, tokens: usage.input + usage.output, money: cost)
    }
}
