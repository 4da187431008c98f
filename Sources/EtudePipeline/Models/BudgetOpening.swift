import EtudeCore
import EtudeModel
import EtudeStore

/// The budget of a run, opened with what the journal knows of earlier spending.
struct BudgetOpening {
    private static let day = 86_400_000

    let spec: BudgetSpec

    /// The budget of a run.
    ///
    /// - Parameters:
    ///   - journal: what was spent so far.
    ///   - beginning: when the work on this release began, in milliseconds since 1970.
    /// - Returns: the budget; nil where the pipeline file limits nothing.
    /// - Throws: ``EtudeError`` for a journal that cannot be read.
    func budget(_ journal: Journal, beginning: Int) throws -> Budget? {
        guard !spec.limits.isEmpty else { return nil }
        let today = WallClock.milliseconds / Self.day
        let since: [BudgetScope: Int] = [.run: beginning, .day: today * Self.day, .total: 0]
        var spent: [BudgetScope: Spending] = [:]
        for scope in spec.limits.keys {
            spent[scope] = try journal.spending(since: since[scope] ?? 0).map(amount).reduce(Spending(), +)
        }
        return Budget(BudgetBook(limits: spec.limits, spent: spent, day: today)) { WallClock.milliseconds / Self.day }
    }

    private func amount(_ entry: JournalSpending) -> Spending {
        Spending(
            calls: entry.calls,
            tokens: entry.inputTokens + entry.outputTokens,
            money: entry.currency == spec.currency ? entry.cost : 0
        )
    }

    /// The sentence for a limit that is reached.
    func sentence(_ scope: BudgetScope, _ spent: Spending) -> String {
        let limit = spec.limits[scope] ?? BudgetLimit()
        var parts: [String] = []
        if let money = limit.money { parts.append("\(Self.rounded(spent.money)) of \(money) \(spec.currency)") }
        if let tokens = limit.tokens { parts.append("\(spent.tokens) of \(tokens) tokens") }
        if let calls = limit.calls { parts.append("\(spent.calls) of \(calls) calls") }
        let figures = parts.joined(separator: ", ")
        return "The budget (budget.\(scope.rawValue)) has no room for another request: \(figures) spent."
    }

    private static func rounded(_ money: Double) -> Double { (money * 10_000).rounded() / 10_000 }
}
