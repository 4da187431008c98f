import EtudeCore
import EtudeIngest
public import EtudeModel

/// The most that may be spent: `budget: { run: { money, tokens, calls }, day: …, total: …, currency: USD }`.
public struct BudgetSpec: Sendable, Hashable {
    /// The limits by scope.
    public var limits: [BudgetScope: BudgetLimit] = [:]
    /// The currency of the money.
    public var currency = "USD"

    /// Whether some money is limited.
    public var limitsMoney: Bool { limits.values.contains { $0.money != nil } }
    /// Whether tokens are limited, be it through money.
    public var limitsTokens: Bool { limitsMoney || limits.values.contains { $0.tokens != nil } }

    init(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return }
        currency = try reader.string("currency") ?? currency
        for scope in BudgetScope.allCases {
            guard var entry = try reader.reader(scope.rawValue) else { continue }
            let limit = BudgetLimit(
                calls: try entry.int("calls", in: 0...Int(Int32.max)),
                tokens: try entry.int("tokens", in: 0...1_000_000_000_000),
                money: try entry.double("money")
            )
            if let money = limit.money, !(0..<1e12).contains(money) {
                throw entry.failure("money", "A budget of money should not be negative.")
            }
            guard limit != BudgetLimit() else {
                throw entry.failure(nil, "A budget limits `money`, `tokens` or `calls`.")
            }
            limits[scope] = limit
            try entry.refuseUnknownKeys()
        }
        try reader.refuseUnknownKeys()
    }

    /// Checks that what is limited can be known beforehand.
    ///
    /// - Parameters:
    ///   - models: the models of the pipeline.
    ///   - embedder: the one that embeds texts, whose answers have no tokens.
    /// - Returns: why it cannot, as the key of a model and a sentence; nil if all is well.
    func problem(with models: [ModelSpec], embedder: String?) -> (key: String, sentence: String)? {
        guard limitsTokens else { return nil }
        for model in models where model.provider.isRemote {
            if model.maxOutputTokens == nil, model.name != embedder {
                return (
                    "models.\(model.name)",
                    "A budget of money or tokens needs `max_output_tokens`, or nobody knows what a request may cost."
                )
            }
            guard limitsMoney else { continue }
            guard let price = model.price else {
                return (
                    "models.\(model.name)",
                    "A budget of money needs the model's `price`; prices are never guessed."
                )
            }
            guard price.currency == currency else {
                return (
                    "models.\(model.name).price.currency",
                    "The budget is in \(currency) and this price in \(price.currency); give both in one currency."
                )
            }
        }
        return nil
    }
}
