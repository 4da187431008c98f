import Testing

@Suite struct DedupCommandTests {
    private let folder: TemporaryFolder
    private let lines = [
        #"{"id":"a","body":"the bees hum in the lime tree"}"#, #"{"id":"b","body":"The bees hum — in the LIME tree!"}"#,
        #"{"id":"c","body":"wasps nest under the old roof"}"#, #"{"id":"d","body":"the bees hum in the elm tree"}"#,
    ]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(lines.joined(separator: "\n"), to: "in.jsonl")
    }

    private func dedup(_ arguments: String..., input: String? = nil) throws -> Tool.Output {
        try Tool.run(["dedup"] + arguments, in: folder, input: input)
    }

    private func read(_ name: String) throws -> String {
        try Tool.run(["dedup", name, "-o", "-", "--text", "body", "--threshold", "1"], in: folder).stdout
    }

    @Test func `Standard input goes to standard output, and the figures beside it`() throws {
        let output = try dedup("-", "-o", "-", "--text", "body", input: lines.joined(separator: "\n"))
        #expect(output.code == 0)
        #expect(output.stdout == [lines[0], lines[2], lines[3]].joined(separator: "\n") + "\n")
        #expect(output.stderr == "4 rows: 3 kept, 1 dropped (1 the same).\n")
    }

    @Test func `A file goes to a file, with a report, and the figures as JSON`() throws {
        let output = try dedup(
            "in.jsonl",
            "-o",
            "out.jsonl",
            "--text",
            "body",
            "--id",
            "id",
            "--words-changed",
            "1",
            "--report",
            "r.jsonl",
            "--format",
            "json"
        )
        #expect(output.code == 0)
        #expect(output.stderr.isEmpty)
        #expect(output.stdout == #"{"rows":4,"kept":2,"dropped":2,"exact":1,"jaccard":0,"words_changed":1}"# + "\n")
        #expect(try folder.entries == ["in.jsonl", "out.jsonl", "r.jsonl"])
        #expect(try read("out.jsonl") == [lines[0], lines[2]].joined(separator: "\n") + "\n")
    }

    @Test func `The field and its order decide which row stays`() throws {
        _ = try dedup("in.jsonl", "-o", "out.jsonl", "--text", "body", "--prefer", "id")
        #expect(try read("out.jsonl") == lines.dropFirst().joined(separator: "\n") + "\n")
        _ = try dedup("in.jsonl", "-o", "out.jsonl", "--text", "body", "--prefer", "id", "--least")
        #expect(try read("out.jsonl") == [lines[0], lines[2], lines[3]].joined(separator: "\n") + "\n")
    }

    @Test func `Rows are compared within a field's value, or whole`() throws {
        let within = try dedup("in.jsonl", "-o", "out.jsonl", "--text", "body", "--within", "id")
        #expect(within.stdout == "4 rows: 4 kept, 0 dropped.\n")
        let whole = try dedup("in.jsonl", "-o", "o.jsonl", "--whole-row", "--unit", "characters", "--threshold", "0.6")
        #expect(whole.stdout.hasPrefix("4 rows: 3 kept"))
    }

    @Test func `A line without the field is bad content`() throws {
        let output = try dedup("in.jsonl", "-o", "out.jsonl")
        #expect(output.code == 65)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains(#"in.jsonl:1: The field "text" is missing."#))
        #expect(try folder.entries == ["in.jsonl"])
    }

    @Test(arguments: [
        ["--threshold", "0"], ["--threshold", "1.1"], ["--shingle", "0"], ["--words-changed", "3"], ["--threads", "0"],
        ["--least"], ["--unit", "lines"],
    ])
    func `A value out of bounds is wrong usage`(arguments: [String]) throws {
        #expect(try Tool.run(["dedup", "in.jsonl", "-o", "out.jsonl"] + arguments, in: folder).code == 64)
    }
}
