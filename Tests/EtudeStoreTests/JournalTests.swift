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
        var bare = journalAnswer(2, limit: nil, tokens: (nil, nil))
        (bare.outcome, bare.modelReturned) = ("cut_in_reasoning", "m-2026")
        (bare.estimatedInput, bare.estimatedOutput, bare.cost, bare.currency) = (7, 9, 0.125, "EUR")
        try await journal.record(answer)
        try await journal.record(bare)
        try await journal.record(journalAttempt(kind: "server"))
        let billed = journalAttempt(kind: "timeout", requestID: "x", tokens: (11, 12), cost: (0.5, "EUR"))
        try await journal.record(billed)
        #expect(try journal.answer(forKey: answer.key) == answer)
        try journal.close()
        let reopened = try open(isNetwork: isNetwork)
        #expect(try reopened.answer(forKey: answer.key) == answer)
        #expect(try reopened.answer(forKey: bare.key) == bare)
        #expect(try reopened.answer(forKey: journalKey(3)) == nil)
        #expect(try reopened.attempts(forKey: answer.key) == [journalAttempt(kind: "server"), billed])
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
