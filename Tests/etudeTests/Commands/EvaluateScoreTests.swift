import EtudeCore
import Testing

@Suite struct EvaluateScoreTests {
    private let folder: TemporaryFolder
    private let records: String

    init() throws {
        folder = try TemporaryFolder()
        let answer = """
            | Correctly illustrates irony | 1 |\\n| Pertains to Knots | 1 |\\n| Text makes sense | 1 |\\n| At most one sentence | 1 |
            """
        records = ["It is knot so.", "An irony, or knot."].enumerated().map { index, text in
            """
            {"run":"r","model":"m\\u001b[2J","k":1,"skills":["irony"],"topic":"Knots","messages":[],"texts":["\(text)"],\
            "gradings":[{"response":"\(answer)"}]}

            """
        }
        .joined()
        try folder.write(records, to: "records.jsonl")
    }

    private func score(_ arguments: [String], input: String? = nil) throws -> Tool.Output {
        try Tool.run(["evaluate", "score"] + arguments, in: folder, input: input)
    }

    @Test func `records are scored from a file and from standard input, without and with name deduction`() throws {
        let plain = try score(["records.jsonl", "--format", "json"])
        #expect(plain.code == 0, "\(plain.stderr)")
        #expect(plain.stderr.isEmpty)
        let cell = try JSONParser.parse(String(plain.stdout.dropLast()))["cells"]?.array?.first
        #expect(cell?["ratio_of_full_marks"]?["mean"] == 1.0)

        let deducted = try score(["-", "--name-deduction", "--format", "json"], input: records)
        let json = try JSONParser.parse(String(deducted.stdout.dropLast()))
        #expect(json["cells"]?.array?.first?["ratio_of_full_marks"] == ["mean": 0.5, "standard_error": 0.5])
        #expect(json["rules"]?["name_deduction"] == "robust")
    }

    @Test func `tables show no escapes of a model's name`() throws {
        let output = try score(["records.jsonl", "--published", "--frequencies", "skill=0.01,topic=0.01,texts=100"])
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stdout.contains("m\\u{1b}[2J"))
        #expect(!output.stdout.contains("\u{1B}"))
        #expect(output.stdout.contains("1.00/1.00/1.00"))
        #expect(output.stdout.contains("SKILL-MIX leaderboard"))
    }

    @Test func `the page is one document`() throws {
        let output = try score(["records.jsonl", "--format", "html"])
        #expect(output.code == 0)
        #expect(output.stdout.hasPrefix("<!doctype html>"))
    }

    @Test func `combinations with a listed skill are left out`() throws {
        try folder.write("Irony\n", to: "skills.txt")
        let output = try score(["records.jsonl", "--filter-skills", "skills.txt"])
        #expect(output.code == 65)
        #expect(output.stderr == "etude: Every combination holds a skill that is filtered out; list fewer skills.\n")
    }

    @Test(arguments: [
        (["missing.jsonl"], 74), (["bad.jsonl"], 65), (["records.jsonl", "--name-rule", "original"], 64),
        (["records.jsonl", "--frequencies", "skill=1"], 64), (["records.jsonl", "--filter-skills", "missing.txt"], 74),
        ([], 64), (["records.jsonl", "--sentence-rule", "other"], 64),
    ])
    func `what cannot be scored is refused with a sentence`(arguments: [String], code: Int) throws {
        try folder.write("{}\n", to: "bad.jsonl")
        let output = try score(arguments)
        #expect(output.code == Int32(code), "\(output.stderr)")
        #expect(output.stdout.isEmpty)
        #expect(!output.stderr.isEmpty)
    }
}
