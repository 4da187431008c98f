/// The most that may be spent; nil is no limit.
public struct BudgetLimit: Sendable, Hashable {
    /// Requests.
    public var calls: Int?
    /// Tokens of requests and answers.
    public var tokens: Int?
    /// Money, in the currency of the budget.
    public var money: Double?

    /// A limit; by default none.
    public init(calls: Int? = nil, tokens: Int? = nil, money: Double? = nil) {
        self.calls = calls
        self.tokens = tokens
        self.money = money
    }

    /// Whether an amount is within the limit.
    ///
    /// Money is compared to a billionth, since sums of prices are not exact.
    public func holds(_ amount: Spending) -> Bool {
        amount.calls <= calls ?? .max && amount.tokens <= tokens ?? .max
            && amount.money <= (money ?? .infinity) * (1 + 1e-9)
    }
}
