import EtudeCore
import GRDB
import Testing

@testable import EtudeStore

/// What was paid, counted in two ways.
struct JournalCountsTests {
    private let folder: TemporaryFolder
    private let journal: Journal

    init() throws {
        folder = try TemporaryFolder()
        journal = try Journal.open(path: folder("journal.sqlite"))
    }

    /// An answer with its class, its cost and its time.
    private func answer(
        _ number: Int,
        _ outcome: String = "answered",
        model: String = "openai/m",
        purpose: String = "write",
        tokens: (Int?, Int?) = (10, 20),
        estimated: (Int?, Int?) = (nil, nil),
        cost: (Double?, String?) = (nil, nil),
        createdAt: Int = 100
    ) -> JournalAnswer {
        var answer = journalAnswer(number, model: model, purpose: purpose, tokens: tokens, createdAt: createdAt)
        answer.outcome = outcome
        (answer.estimatedInput, answer.estimatedOutput) = estimated
        (answer.cost, answer.currency) = cost
        return answer
    }

    @Test func `an empty journal has no counts`() throws {
        #expect(try journal.statistics() == [])
        #expect(try journal.spending(since: 0) == [])
    }

    @Test func `statistics count all that was paid, by model and purpose`() async throws {
        try await journal.record(answer(1, "truncated", cost: (0.5, "USD")))
        try await journal.record(answer(1, cost: (0.25, "USD"), createdAt: 101))
        try await journal.record(answer(2, tokens: (5, nil), estimated: (nil, 6), cost: (0.125, "EUR")))
        try await journal.record(answer(3, purpose: "mark", tokens: (nil, nil)))
        try await journal.record(answer(4, model: "local/a"))
        try await journal.record(answer(5, JournalAnswer.failed, tokens: (nil, nil)))
        try await journal.record(journalAttempt(kind: "server", tokens: (3, 4), cost: (0.0625, "USD")))
        try await journal.record(journalAttempt(2, kind: "timeout"))
        try await journal.record(journalAttempt(3, kind: "timeout"))
        let found = try journal.statistics()
        #expect(found.map(\.model) == ["local/a", "openai/m", "openai/m"])
        #expect(found.map(\.purpose) == ["write", "mark", "write"])
        #expect(found.map(\.answers) == [1, 1, 3])
        #expect(found.map(\.unknownUsage) == [0, 1, 1])
        let whole = try #require(found.last)
        #expect(whole.outcomes.map(\.name) == ["answered", "truncated"])
        #expect(whole.outcomes.map(\.count) == [2, 1])
        #expect(whole.givenUp == 1)
        #expect(whole.failedTries == 3)
        #expect(whole.failures.map(\.name) == ["server", "timeout"])
        #expect(whole.failures.map(\.count) == [1, 2])
        #expect((whole.inputTokens, whole.outputTokens) == (25, 40))
        #expect((whole.estimatedInput, whole.estimatedOutput) == (3, 10))
        #expect(whole.money.map(\.currency) == ["EUR", "USD"])
        #expect(whole.money.map(\.amount) == [0.125, 0.8125])
        #expect(whole.money.map(\.estimated) == [0.125, 0.0625])
        #expect(whole.milliseconds == 4 * 1500 + 3 * 250)
    }

    @Test func `spending counts answers and tries since a time, and says what of it is estimated`() async throws {
        try await journal.record(answer(1, cost: (1, "USD"), createdAt: 99))
        try await journal.record(answer(2, cost: (0.5, "USD"), createdAt: 100))
        try await journal.record(answer(3, tokens: (nil, nil), estimated: (1, 2), cost: (0.25, "USD")))
        try await journal.record(answer(4, purpose: "mark"))
        try await journal.record(answer(5, JournalAnswer.failed, tokens: (nil, nil)))
        try await journal.record(answer(6, model: "local/a", cost: (2, "EUR"), createdAt: 101))
        try await journal.record(journalAttempt(createdAt: 99, tokens: (50, 50), cost: (8, "USD")))
        try await journal.record(journalAttempt(createdAt: 100, tokens: (3, 4), cost: (0.125, "USD")))
        let found = try journal.spending(since: 100)
        #expect(found.map(\.model) == ["local/a", "openai/m", "openai/m"])
        #expect(found.map(\.currency) == ["EUR", nil, "USD"])
        #expect(found.map(\.calls) == [1, 1, 3])
        #expect(found.map(\.inputTokens) == [10, 10, 14])
        #expect(found.map(\.outputTokens) == [20, 20, 26])
        #expect(found.map(\.estimatedInput) == [0, 0, 4])
        #expect(found.map(\.estimatedOutput) == [0, 0, 6])
        #expect(found.map(\.cost) == [2, 0, 0.875])
        #expect(found.map(\.estimatedCost) == [0, 0, 0.375])
        #expect(try journal.spending(since: 102) == [])
    }

    @Test func `counting reads indexes alone, and so no payload`() throws {
        let steps = try journal.read { database in
            try GRDB.Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(Tally.sql)", arguments: ["since": 0])
                .map { $0["detail"] as String }
        }
        for table in ["answers", "attempts"] {
            let search = "SEARCH \(table) USING COVERING INDEX \(table)_by_time"
            #expect(steps.contains { $0.hasPrefix(search) }, "\(steps)")
        }
    }
}
