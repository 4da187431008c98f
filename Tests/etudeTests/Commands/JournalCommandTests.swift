import EtudeCore
import EtudeStore
import Foundation
import Testing

@Suite struct JournalCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let made = try Tool.run(["init", "demo.yaml"], in: folder)
        #expect(made.code == 0)
    }

    private func etude(_ arguments: [String], input: String? = nil, output: String = "out") throws -> Tool.Output {
        try Tool.run(
            ["journal", arguments[0], "demo.yaml"] + arguments.dropFirst() + ["--set", "output.directory=\(output)"],
            in: folder,
            input: input
        )
    }

    private func answer(_ number: Int, _ outcome: String = "answered") -> JournalAnswer {
        let key = String(repeating: "0", count: 60) + String(1_000 + number)
        return JournalAnswer(
            key: key,
            model: "openai/m",
            tokenLimit: nil,
            isTruncated: false,
            payload: ["text": .string("\u{1B}[31m \(number)")],
            inputTokens: 10,
            outputTokens: nil,
            requestID: "r\(number)",
            purpose: "write",
            createdAt: 1_790_000_000_000,
            durationMilliseconds: 1_500,
            outcome: outcome,
            estimatedOutput: 4,
            cost: 0.5,
            currency: "USD"
        )
    }

    /// Makes a journal of some answers, and a failed try for the first.
    private func fill(_ output: String, _ numbers: Range<Int>) async throws {
        try RealFileSystem().makeDirectory(folder(output))
        let journal = try Journal.open(path: folder("\(output)/journal.sqlite"))
        for number in numbers { try await journal.record(answer(number, number == 0 ? "truncated" : "answered")) }
        let first = answer(numbers.lowerBound)
        try await journal.record(
            JournalAttempt(
                key: first.key,
                model: "openai/m",
                purpose: "write",
                kind: "timeout",
                message: "",
                createdAt: 7
            )
        )
        try journal.close()
    }

    @Test func `Stats count answers by class, tries by kind, tokens, seconds and cost`() async throws {
        try await fill("out", 0..<3)
        let text = try etude(["stats"])
        #expect(text.code == 0, "\(text.stderr)")
        let lines = text.stdout.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[1] == ["openai/m", "write", "3", "1", "30", "0", "0", "12", "4.5", "1.5", "USD"])
        #expect(text.stdout.hasSuffix("openai/m (write): answers: answered 2, truncated 1; failed tries: timeout 1.\n"))
        let json = try JSONParser.parse(try etude(["stats", "--format", "json"]).stdout)
        let model = try #require(json["models"]?.array?.first)
        #expect(model["outcomes"] == ["answered": 2, "truncated": 1])
        #expect(model["failures"] == ["timeout": 1])
        #expect(model["cost"] == [["currency": "USD", "amount": 1.5, "estimated": 1.5]])
    }

    @Test func `Stats of a pipeline that never ran make nothing`() throws {
        let output = try etude(["stats"])
        #expect(output.code == 0)
        #expect(output.stdout.hasSuffix("holds nothing yet.\n"))
        #expect(try folder.entries == ["demo.yaml"])
    }

    @Test func `An export that is imported into an empty journal is exported as the same bytes`() async throws {
        try await fill("out", 0..<50)
        let first = try etude(["export"])
        #expect(first.code == 0, "\(first.stderr)")
        #expect(first.stdout.hasPrefix(#"{"journal":"etude","schema":2,"pipeline":"#))
        #expect(try etude(["export", "-o", "all.jsonl.gz"]).code == 0)
        #expect(try etude(["export", "--output", "all.jsonl"]).code == 0)
        #expect(try String(contentsOfFile: folder("all.jsonl"), encoding: .utf8) == first.stdout)
        for (output, file, input) in [
            ("plain", "all.jsonl", nil), ("packed", "all.jsonl.gz", nil), ("piped", "-", first.stdout),
        ] {
            let added = try etude(["import", file], input: input, output: output)
            #expect(added.code == 0)
            #expect(added.stdout.isEmpty)
            #expect(added.stderr.hasSuffix(": 50 answers new, 0 known; 1 failed tries new, 0 known.\n"))
            #expect(try etude(["export"], output: output).stdout == first.stdout)
        }
    }

    @Test func `Several files are added one after another, and what is known is not doubled`() async throws {
        try await fill("a", 0..<4)
        try await fill("b", 3..<6)
        for name in ["a", "b"] { #expect(try etude(["export", "-o", "\(name).jsonl"], output: name).code == 0) }
        let added = try etude(["import", "a.jsonl", "b.jsonl"])
        #expect(
            added.stderr == """
                a.jsonl: 4 answers new, 0 known; 1 failed tries new, 0 known.
                b.jsonl: 2 answers new, 1 known; 1 failed tries new, 0 known.

                """
        )
    }

    @Test func `A wrong line is named, and nothing of its file is added`() async throws {
        try await fill("a", 0..<4)
        let text = try etude(["export"], output: "a").stdout
        try folder.write(text + "{}\n", to: "bad.jsonl")
        let output = try etude(["import", "bad.jsonl"])
        #expect(output.code == 65)
        #expect(output.stderr == "etude: bad.jsonl:7: The key \"answer\" is missing.\n")
        #expect(try etude(["stats"]).stdout.hasSuffix("holds nothing yet.\n"))
    }

    @Test func `A file that is not there ends the command before anything is made`() throws {
        let output = try etude(["import", "nowhere.jsonl"])
        #expect(output.code == 74)
        #expect(output.complaints.count == 1)
        #expect(try folder.entries == ["demo.yaml"])
    }

    @Test func `An export of a journal that is not there is refused`() throws {
        let output = try etude(["export", "-o", "all.jsonl"])
        #expect(output.code == 78)
        #expect(output.stderr.contains("There is no journal out/journal.sqlite yet."))
        #expect(try folder.entries == ["demo.yaml"])
    }

    @Test func `While a run holds the lock nothing is imported`() async throws {
        try await fill("out", 0..<1)
        try folder.write("", to: "any.jsonl")
        let output = try withLock(folder("out")) { try etude(["import", "any.jsonl"]) }
        #expect(output.code == 75)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains("Another run holds the lock"))
    }

    private func withLock<Value>(_ directory: String, _ body: () throws -> Value) throws -> Value {
        let lock = try RunLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }
}
