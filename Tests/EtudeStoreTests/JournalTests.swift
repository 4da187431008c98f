import EtudeCore
import Testing

@testable import EtudeStore

/// What goes in comes out, in either mode.
struct JournalTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(isNetwork: Bool = false) throws -> Journal {
        try Journal.open(path: folder("journal.sqlite"), isNetwork: isNetwork)
    }

    @Test("an answer and a failed try come back as they were, also after closing", arguments: [false, true])
    func roundTrip(isNetwork: Bool) async throws {
        let journal = try open(isNetwork: isNetwork)
        let answer = journalAnswer(1)
        let bare = journalAnswer(2, limit: nil, tokens: (nil, nil))
        try await journal.record(answer)
        try await journal.record(bare)
        try await journal.record(journalAttempt(kind: "server"))
        try await journal.record(journalAttempt(kind: "timeout"))
        #expect(try journal.answer(forKey: answer.key) == answer)
        try journal.close()
        let reopened = try open(isNetwork: isNetwork)
        #expect(try reopened.answer(forKey: answer.key) == answer)
        #expect(try reopened.answer(forKey: bare.key) == bare)
        #expect(try reopened.answer(forKey: journalKey(3)) == nil)
        #expect(try reopened.attempts(forKey: answer.key).map(\.kind) == ["server", "timeout"])
        #expect(try reopened.attempts(forKey: answer.key).first == journalAttempt(kind: "server"))
    }

    @Test(
        "the first answer serves, unless it was cut by a smaller limit",
        arguments: [
            (isTruncated: false, first: 100, second: 200, serves: "first"),
            (isTruncated: true, first: 100, second: 200, serves: "second"),
            (isTruncated: true, first: 200, second: 200, serves: "first"),
            (isTruncated: true, first: 200, second: 100, serves: "first"),
            (isTruncated: true, first: 100, second: nil, serves: "second"),
            (isTruncated: true, first: nil, second: 100, serves: "first"),
            (isTruncated: true, first: nil, second: nil, serves: "first"),
        ] as [(isTruncated: Bool, first: Int?, second: Int?, serves: String)]
    )
    func twice(isTruncated: Bool, first: Int?, second: Int?, serves: String) async throws {
        let journal = try open()
        try await journal.record(journalAnswer(limit: first, isTruncated: isTruncated, text: "first", requestID: "1"))
        try await journal.record(journalAnswer(limit: second, text: "second", requestID: "2"))
        #expect(try journal.answer(forKey: journalKey(1))?.payload["text"]?.string == serves)
    }

    @Test func `the same answer recorded twice is one`() async throws {
        let journal = try open()
        try await journal.record(journalAnswer())
        try await journal.record(journalAnswer())
        #expect(try journal.statistics().map(\.answers) == [1])
    }

    @Test func `statistics count all that was paid, by model and purpose`() async throws {
        let journal = try open()
        #expect(try journal.statistics() == [])
        try await journal.record(journalAnswer(1, isTruncated: true, requestID: "1"))
        try await journal.record(journalAnswer(1, limit: 200, tokens: (7, 8), requestID: "2"))
        try await journal.record(journalAnswer(2, tokens: (5, nil)))
        try await journal.record(journalAnswer(3, purpose: "mark", tokens: (nil, nil)))
        try await journal.record(journalAnswer(4, model: "local/a"))
        try await journal.record(journalAttempt())
        #expect(
            try journal.statistics() == [
                statistics("local/a", "write", answers: 1, input: 10, output: 20),
                statistics("openai/m", "mark", answers: 1, unknown: 1),
                statistics("openai/m", "write", answers: 3, failed: 1, input: 22, output: 28, unknown: 1),
            ]
        )
    }

    private func statistics(
        _ model: String,
        _ purpose: String,
        answers: Int,
        failed: Int = 0,
        input: Int = 0,
        output: Int = 0,
        unknown: Int = 0
    ) -> JournalStatistics {
        JournalStatistics(
            model: model,
            purpose: purpose,
            answers: answers,
            failedTries: failed,
            inputTokens: input,
            outputTokens: output,
            unknownUsage: unknown
        )
    }

    @Test func `many tasks share commits, and each finds its answer when it returns`() async throws {
        let journal = try open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<64 {
                group.addTask {
                    for number in 0..<100 {
                        let answer = journalAnswer(task * 100 + number)
                        try await journal.record(answer)
                        if number % 10 == 0 { #expect(try journal.answer(forKey: answer.key) == answer) }
                    }
                }
            }
            while try await group.next() != nil {}
        }
        #expect(try journal.statistics().map(\.answers) == [6400])
        #expect(journal.commits < 6400)
        #expect(journal.commits >= 6400 / CommitQueue<Int>.limit)
    }

    @Test func `a cancelled task's answer is recorded all the same`() async throws {
        let journal = try open()
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            try await journal.record(journalAnswer())
        }
        try await task.value
        #expect(try journal.answer(forKey: journalKey(1)) != nil)
    }

    @Test func `a key of another length is a fault of the caller`() async throws {
        let journal = try open()
        var answer = journalAnswer()
        answer.key = "short"
        let error = await #expect(throws: EtudeError.self) { try await journal.record(answer) }
        #expect(error?.code == .fault)
        #expect(journal.commits == 0)
    }
}
