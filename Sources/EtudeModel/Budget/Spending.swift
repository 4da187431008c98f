/// Calls, tokens and money: what was spent, may be spent, or is set aside for a request.
public struct Spending: Sendable, Hashable {
    /// Requests, answered or not.
    public var calls: Int
    /// Tokens of requests and answers.
    public var tokens: Int
    /// Money, in the currency of the budget.
    public var money: Double

    /// An amount; by default nothing.
    public init(calls: Int = 0, tokens: Int = 0, money: Double = 0) {
        self.calls = calls
        self.tokens = tokens
        self.money = money
    }

    /// The sum of two amounts.
    public static func + (first: Spending, second: Spending) -> Spending {
        Spending(
            calls: first.calls + second.calls,
            tokens: first.tokens + second.tokens,
            money: first.money + second.money
        )
    }

    /// The difference of two amounts.
    public static func - (first: Spending, second: Spending) -> Spending {
        Spending(
            calls: first.calls - second.calls,
            tokens: first.tokens - second.tokens,
            money: first.money - second.money
        )
    }
}
