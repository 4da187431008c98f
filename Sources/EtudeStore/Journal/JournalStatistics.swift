/// What a journal holds of one model and one kind of purpose.
public struct JournalStatistics: Sendable, Hashable {
    /// How often something of a name stands in the journal.
    public struct Count: Sendable, Hashable {
        /// The class of an answer, or the kind of a failure; empty where nobody said.
        public let name: String
        /// How often.
        public let count: Int
    }

    /// Money of one currency.
    public struct Money: Sendable, Hashable {
        /// The currency, such as `USD`.
        public let currency: String
        /// The whole cost.
        public let amount: Double
        /// The part of it that rests on estimated tokens.
        public let estimated: Double
    }

    /// The model asked.
    public let model: String
    /// What was asked for, such as `write` or `mark`.
    public let purpose: String
    /// Paid answers, with those that a later answer to the same request stands in for.
    public var answers: Int { outcomes.map(\.count).reduce(0, +) }
    /// Answers by class, in the classes' order by name.
    public internal(set) var outcomes: [Count] = []
    /// Requests given up for good.
    public internal(set) var givenUp = 0
    /// Tries that failed on the wire.
    public var failedTries: Int { failures.map(\.count).reduce(0, +) }
    /// Tries that failed on the wire by kind, in the kinds' order by name.
    public internal(set) var failures: [Count] = []
    /// Tokens read in all answers whose provider counted them.
    public internal(set) var inputTokens = 0
    /// Tokens written in all answers whose provider counted them.
    public internal(set) var outputTokens = 0
    /// Tokens read, as we estimate them, in answers whose provider did not count, and in tries that may have been billed.
    public internal(set) var estimatedInput = 0
    /// Tokens written, as we estimate them, in the same answers and tries.
    public internal(set) var estimatedOutput = 0
    /// Answers whose provider left out either count.
    public internal(set) var unknownUsage = 0
    /// Costs by currency, in the currencies' order by name; none where no price was known.
    public internal(set) var money: [Money] = []
    /// Milliseconds from request to answer or failure, all together.
    public internal(set) var milliseconds = 0

    init(model: String, purpose: String) {
        self.model = model
        self.purpose = purpose
    }

    /// Adds up tallies, which are in the order of their names, by model and purpose.
    static func collect(_ tallies: [Tally]) -> [JournalStatistics] {
        tallies.reduce(into: []) { collected, tally in
            if collected.last?.model != tally.model || collected.last?.purpose != tally.purpose {
                collected.append(JournalStatistics(model: tally.model, purpose: tally.purpose))
            }
            collected[collected.count - 1].add(tally)
        }
    }

    private mutating func add(_ tally: Tally) {
        milliseconds += tally.milliseconds
        guard tally.areCalls else {
            givenUp += tally.entries
            return
        }
        if tally.isAnswer {
            Self.add(tally.entries, of: tally.name, to: &outcomes)
        } else {
            Self.add(tally.entries, of: tally.name, to: &failures)
        }
        inputTokens += tally.inputTokens
        outputTokens += tally.outputTokens
        estimatedInput += tally.estimatedInput
        estimatedOutput += tally.estimatedOutput
        unknownUsage += tally.uncounted
        if let currency = tally.currency {
            let earlier = money.first { $0.currency == currency }
            money.removeAll { $0.currency == currency }
            money.append(
                Money(
                    currency: currency,
                    amount: tally.cost + (earlier?.amount ?? 0),
                    estimated: tally.estimatedCost + (earlier?.estimated ?? 0)
                )
            )
            money.sort { $0.currency < $1.currency }
        }
    }

    /// Adds to the last count where it has that name; counts come in the order of their names.
    private static func add(_ count: Int, of name: String, to counts: inout [Count]) {
        let earlier = counts.last.flatMap { $0.name == name ? counts.popLast() : nil }
        counts.append(Count(name: name, count: count + (earlier?.count ?? 0)))
    }
}
