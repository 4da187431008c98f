import Testing

@Suite struct FileCommandTests {
    private let folder: TemporaryFolder
    private let lines = [
        #"{"id":"a","text":"Who wrote the play Hamlet, then?","skills":["x"]}"#,
        #"{"id":"b","text":"wasps nest under the old roof","skills":["x","y"]}"#,
        #"{"id":"c","text":"the bees hum in the elm tree","skills":["y"]}"#,
    ]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(lines.joined(separator: "\n"), to: "in.jsonl")
        try folder.write("— who wrote the play HAMLET?", to: "bench.txt")
    }

    private func run(_ arguments: String..., input: String? = nil) throws -> Tool.Output {
        try Tool.run(arguments, in: folder, input: input)
    }

    @Test func `Standard input is decontaminated to standard output, the figures beside it`() throws {
        let input = lines.joined(separator: "\n")
        let output = try run(
            "decontaminate",
            "-",
            "-o",
            "-",
            "--against",
            "bench.txt",
            "--coverage",
            "0.8",
            input: input
        )
        #expect(output.code == 0)
        #expect(output.stdout == lines[1...].joined(separator: "\n") + "\n")
        #expect(output.stderr == "3 rows: 2 kept, 1 removed.\nbench.txt: 1 of 1 items in 1 rows.\n")
    }

    @Test func `Whole rows are searched, and the figures are JSON`() throws {
        let output = try run(
            "decontaminate",
            "in.jsonl",
            "-o",
            "out.jsonl",
            "--against",
            "bench.txt",
            "bench.txt",
            "--whole-row",
            "--coverage",
            "0.8",
            "--report",
            "r.jsonl",
            "--hash-spans",
            "--id",
            "id",
            "--format",
            "json"
        )
        #expect(output.code == 0)
        #expect(output.stdout.hasPrefix(#"{"rows":3,"kept":2,"removed":1,"ignored_ngrams":0,"benchmarks":[{"#))
        #expect(try folder.entries == ["bench.txt", "in.jsonl", "out.jsonl", "r.jsonl"])
    }

    @Test func `A file is divided by chance or by skills`() throws {
        let chance = try run("split", "in.jsonl", "-o", "one", "--held-out", "0.5", "--seed", "3", "--group", "id")
        #expect(chance.code == 0)
        #expect(chance.stdout.hasPrefix("3 rows: "))
        let skills = try run(
            "split",
            "in.jsonl",
            "-o",
            "two",
            "--hold-out-skills",
            "skills",
            "--skills",
            "y,",
            "--format",
            "json"
        )
        #expect(skills.stdout == #"{"rows":3,"train":1,"held_out":1,"mixed":1}"# + "\n")
        let drawn = try run("split", "in.jsonl", "-o", "three", "--hold-out-skills", "skills", "--fraction", "0.5")
        #expect(drawn.stdout == "3 rows: 1 train, 1 held-out, 1 mixed.\n")
        let again = try run("split", "in.jsonl", "-o", "two", "--held-out", "0.5")
        #expect(again.code == 74)
        #expect(again.complaints.count == 1)
    }

    @Test func `A file is divided among shards`() throws {
        let output = try run(
            "shard",
            "in.jsonl",
            "-o",
            "out",
            "--rows",
            "2",
            "--name",
            "x",
            "--canonical",
            "--level",
            "9"
        )
        #expect(output.code == 0)
        #expect(output.stdout.hasPrefix("3 rows: 2 shards, "))
        let shards = ["out/x-00000-of-00002.jsonl.gz", "out/x-00001-of-00002.jsonl.gz"]
        #expect(try folder.entries == ["bench.txt", "in.jsonl", "out", "out/MANIFEST"] + shards)
        let bytes = try run("shard", "in.jsonl", "-o", "by", "--bytes", "0.1kB")
        #expect(bytes.code == 64)
        let whole = try run("shard", "in.jsonl", "-o", "by", "--bytes", "1kB", "--format", "json")
        #expect(whole.stdout.contains(#""path":"data-00000-of-00001.jsonl.gz","rows":3"#))
    }

    @Test(arguments: ["decontaminate", "split", "shard"]) func `A bad line is bad content`(verb: String) throws {
        try folder.write(lines[0] + "\n[]", to: "bad.jsonl")
        let more = ["decontaminate": ["--against", "bench.txt"], "split": ["--held-out", "0.5"]][verb] ?? []
        let output = try Tool.run([verb, "bad.jsonl", "-o", "out"] + more, in: folder)
        #expect(output.code == 65)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains("bad.jsonl:2: The line is no JSON object."))
        #expect(try folder.entries == ["bad.jsonl", "bench.txt", "in.jsonl"])
    }

    @Test(arguments: [
        "decontaminate", "decontaminate --against bench.txt --n 7", "decontaminate --against bench.txt --coverage 0",
        "decontaminate --against bench.txt --short 3", "decontaminate --against bench.txt --most-texts 0",
        "decontaminate --against bench.txt --hash-spans", "split", "split --held-out 1",
        "split --held-out 0.1 --skills a",
        "split --held-out 0.1 --hold-out-skills s --skills a", "split --hold-out-skills s",
        "split --hold-out-skills s --skills a --fraction 0.1", "split --hold-out-skills s --skills ,",
        "split --hold-out-skills s --skills a --group g", "split --held-out 0.1 --seed -1", "shard --rows 0",
        "shard --level 13", "shard --bytes 1XB", "shard --bytes 0", "shard --name a/b", "shard --threads 0",
    ])
    func `A value out of bounds is wrong usage`(call: String) throws {
        var words = call.split(separator: " ").map(String.init)
        words.insert(contentsOf: ["in.jsonl", "-o", "out"], at: 1)
        #expect(try Tool.run(words, in: folder).code == 64)
        #expect(try folder.entries == ["bench.txt", "in.jsonl"])
    }
}
