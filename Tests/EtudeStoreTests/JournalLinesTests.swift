import EtudeCore
import Testing

@testable import EtudeStore

/// Journals as JSON Lines, out and in.
struct JournalLinesTests {
    private let folder: TemporaryFolder
    private static let header = #"{"journal":"etude","schema":2,"pipeline":"demo"}"#

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Keeps what is written.
    private final class Memory: ByteWriter {
        var bytes: [UInt8] = []
        func write(_ bytes: [UInt8]) { self.bytes += bytes }
        func finish() {}
    }

    private func export(_ journal: Journal) throws -> String {
        let memory = Memory()
        try journal.export(pipeline: "demo", to: memory)
        return String(decoding: memory.bytes, as: UTF8.self)
    }

    private func add(_ text: String, to journal: Journal) throws -> JournalImport {
        let name = "lines.jsonl"
        try AtomicFile.write(Array(text.utf8), to: folder(name), in: RealFileSystem())
        var lines = try LineReader(path: folder(name))
        return try journal.add(&lines, of: name)
    }

    private func journal(_ name: String) throws -> Journal { try Journal.open(path: folder(name)) }

    private func filled(_ name: String, _ numbers: Range<Int>) async throws -> Journal {
        let journal = try journal(name)
        for number in numbers {
            var answer = journalAnswer(number, limit: number % 2 == 0 ? nil : 100, tokens: (number, nil))
            (answer.outcome, answer.estimatedOutput) = ("answered", 17)
            if number % 3 == 0 { (answer.cost, answer.currency) = (Double(number) / 7, "USD") }
            try await journal.record(journalAttempt(number, tokens: (1, nil)))
            try await journal.record(answer)
        }
        return journal
    }

    @Test func `an export begins with a header and holds answers, then tries, one a line`() async throws {
        let journal = try journal("a")
        var answer = journalAnswer(2)
        answer.payload = ["text": "Yes."]
        try await journal.record(journalAttempt(kind: "server"))
        try await journal.record(answer)
        let (one, two) = (journalKey(1), journalKey(2))
        #expect(
            try export(journal) == """
                \(Self.header)
                {"key":"\(two)","model":"openai/m","purpose":"write","outcome":"","answer":{"text":"Yes."},\
                "model_returned":"","token_limit":100,"is_truncated":false,"input_tokens":10,"output_tokens":20,\
                "request_id":"r","created_at":1790000000000,"duration_milliseconds":1500}
                {"key":"\(one)","model":"openai/m","purpose":"write","failure":"server",\
                "message":"The server said \\"no\\".","request_id":"","created_at":5,"duration_milliseconds":250}

                """
        )
    }

    @Test func `an export that is imported into an empty journal is exported as the same bytes`() async throws {
        let first = try await filled("first", 0..<40)
        let text = try export(first)
        let second = try journal("second")
        let added = try add(text, to: second)
        #expect((added.newAnswers, added.knownAnswers, added.newTries, added.knownTries) == (40, 0, 40, 0))
        #expect(try export(second) == text)
        for number in 0..<40 {
            #expect(try second.answer(forKey: journalKey(number)) == first.answer(forKey: journalKey(number)))
        }
        #expect(try second.statistics() == first.statistics())
    }

    @Test func `two journals that are joined serve the requests of both, and nothing doubles`() async throws {
        let first = try await filled("first", 0..<20)
        let text = try export(try await filled("second", 10..<30))
        for known in [10, 20] {
            let added = try add(text, to: first)
            #expect((added.newAnswers, added.knownAnswers) == (20 - known, known))
            #expect((added.newTries, added.knownTries) == (20 - known, known))
        }
        for number in 0..<30 { #expect(try first.answer(forKey: journalKey(number)) != nil) }
        #expect(try first.statistics().map(\.answers) == [30])
        #expect(try first.statistics().map(\.failedTries) == [30])
    }

    @Test func `exports may follow one another in a file`() async throws {
        let text = try export(try await filled("a", 0..<3)) + export(try await filled("b", 3..<5))
        #expect(try add(text, to: try journal("c")).newAnswers == 5)
    }

    @Test func `lines of schema 1 are accepted`() throws {
        let journal = try journal("a")
        let added = try add(
            """
            {"journal":"etude","schema":1,"pipeline":"old"}
            {"key":"\(journalKey(1))","model":"m","purpose":"write","answer":{"text":"Yes."},"is_truncated":false,\
            "request_id":"r","created_at":1,"duration_milliseconds":2}
            {"key":"\(journalKey(2))","model":"m","purpose":"write","answer":{"failed":"server","message":"no"},\
            "is_truncated":false,"request_id":"","created_at":1,"duration_milliseconds":2}
            {"key":"\(journalKey(2))","model":"m","purpose":"write","failure":"server","message":"no","created_at":1}
            """,
            to: journal
        )
        #expect((added.newAnswers, added.newTries) == (2, 1))
        #expect(try journal.answer(forKey: journalKey(1))?.outcome == "")
        #expect(try journal.answer(forKey: journalKey(2))?.outcome == JournalAnswer.failed)
    }

    @Test(
        "a wrong line is named, and nothing of its file is kept",
        arguments: [
            ("{", "lines.jsonl:3: The line is not JSON"),
            ("{}", #"lines.jsonl:3: The key "answer" is missing"#),
            (#"{"answer":"text"}"#, #"The key "answer" should hold an object"#),
            (#"{"answer":{},"key":"abc"}"#, "64 lower-case hexadecimal digits"),
            (#"{"failure":"server","key":"K","model":"m","purpose":"p"}"#, #"The key "message" is missing"#),
            (#"{"failure":"server","key":"K","model":"m","purpose":"p","message":"","created_at":"x"}"#, "created_at"),
            (#"{"failure":"s","key":"K","model":"m","purpose":"p","message":"","created_at":1,"cost":"x"}"#, "cost"),
            (
                #"{"failure":"s","key":"K","model":"m","purpose":"p","message":"","created_at":1,"x":1}"#,
                #"The key "x""#
            ),
            (#"{"journal":"etude","schema":3,"pipeline":"p"}"#, "newer one (schema 3; this one knows 2)"),
            (#"{"journal":"other","schema":1,"pipeline":"p"}"#, "another program"),
        ]
    )
    func wrong(line: String, words: String) async throws {
        let good = try export(try await filled("a", 0..<1)).split(separator: "\n")
        let target = try journal("b")
        let bad = line.replacing("\"K\"", with: "\"\(journalKey(7))\"")
        let error = try #require(throws: EtudeError.self) {
            try add([String(good[0]), String(good[1]), bad].joined(separator: "\n"), to: target)
        }
        #expect(error.code == .data)
        #expect(error.description.hasPrefix("lines.jsonl:3: "))
        #expect(error.description.contains(words), "\(error)")
        #expect(try target.statistics() == [])
        #expect(try target.answer(forKey: journalKey(0)) == nil)
    }

    @Test(arguments: ["", "{\"key\":1}\n", "\n"])
    func `a file without a header is refused`(text: String) throws {
        let error = try #require(throws: EtudeError.self) { try add(text, to: try journal("a")) }
        #expect(error.code == .data)
        #expect(error.description.hasPrefix("lines.jsonl"))
    }
}
