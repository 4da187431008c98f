/// What one model has cost since some time, in one currency.
public struct JournalSpending: Sendable, Hashable {
    /// The model asked.
    public let model: String
    /// The currency of the cost; nil for calls without a price.
    public let currency: String?
    /// Answers, and tries that failed on the wire.
    public internal(set) var calls = 0
    /// Tokens read: counted, or else estimated.
    public internal(set) var inputTokens = 0
    /// Tokens written: counted, or else estimated.
    public internal(set) var outputTokens = 0
    /// The part of the tokens read that is estimated.
    public internal(set) var estimatedInput = 0
    /// The part of the tokens written that is estimated.
    public internal(set) var estimatedOutput = 0
    /// The cost, in units of ``currency``.
    public internal(set) var cost = 0.0
    /// The part of the cost that rests on estimated tokens.
    public internal(set) var estimatedCost = 0.0

    init(model: String, currency: String?) {
        self.model = model
        self.currency = currency
    }

    /// Adds up tallies by model and currency, in the order of both; calls without a price come first.
    static func collect(_ tallies: [Tally]) -> [JournalSpending] {
        Dictionary(grouping: tallies.filter(\.areCalls)) { [$0.model, $0.currency ?? ""] }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .compactMap { _, group in
                group.first.map { first in
                    group.reduce(into: JournalSpending(model: first.model, currency: first.currency)) { $0.add($1) }
                }
            }
    }

    private mutating func add(_ tally: Tally) {
        calls += tally.entries
        inputTokens += tally.inputTokens + tally.estimatedInput
        outputTokens += tally.outputTokens + tally.estimatedOutput
        estimatedInput += tally.estimatedInput
        estimatedOutput += tally.estimatedOutput
        cost += tally.cost
        estimatedCost += tally.estimatedCost
    }
}
