import EtudeCore
import EtudePublish
import Testing

@Suite struct DiversityCommandTests {
    private let folder: TemporaryFolder
    private let rows = (0..<40).map { row in
        let skills = row % 2 == 0 ? #"["irony","simile"]"# : #"["irony"]"#
        return #"{"body":"The n\#(row) bees hum in the lime tree","skills":\#(skills),"topic":"t\#(row % 4)"}"#
    }
    .joined(separator: "\n")

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(rows, to: "in.jsonl")
        let others = (0..<60).map { #"{"body":"o\#($0) p\#($0) q\#($0) r\#($0) s t","topic":"x"}"# }
        try folder.write(others.joined(separator: "\n"), to: "other.jsonl")
    }

    private func diversity(_ arguments: String..., input: String? = nil) throws -> Tool.Output {
        try Tool.run(["diversity"] + arguments, in: folder, input: input)
    }

    @Test func `The figures of a file are the same for any number of threads, and of standard input`() throws {
        let options = ["--text", "body", "--skills-field", "skills", "--topic-field", "topic", "--format", "json"]
        let output = try Tool.run(["diversity", "in.jsonl", "--threads", "1"] + options, in: folder)
        #expect(output.code == 0)
        #expect(output.stderr.isEmpty)
        let json = try JSONParser.parse(output.stdout)
        let figures = try #require(json["figures"])
        #expect(["sample", "seed", "gzip_level"].map { json[$0]?.int } == [1000, 0, 9])
        #expect(["rows", "texts", "words"].map { figures[$0]?.int } == [40, 40, 8])
        // The forty numbers, and the seven other words.
        #expect(figures["distinct_1"]?.double == 46.0 / 320)
        #expect(figures["skills"]?["kinds"] == 2)
        #expect(figures["pairs"]?.members?.map(\.key) == ["kinds", "possible", "occurrences", "evenness"])
        #expect(figures["pairs"]?["occurrences"] == 20)
        #expect(figures["topics"]?["evenness"] == 1.0)
        let piped = try Tool.run(["diversity", "-", "--threads", "3"] + options, in: folder, input: rows)
        #expect(piped.stdout == output.stdout)
    }

    @Test func `Two files are compared on as many texts of the same length`() throws {
        let output = try diversity("in.jsonl", "--text", "body", "--against", "other.jsonl", "--format", "json")
        let json = try JSONParser.parse(output.stdout)
        for side in ["figures", "against"] { #expect(["texts", "words"].map { json[side]?[$0]?.int } == [40, 6]) }
        #expect(["figures", "against"].map { json[$0]?["rows"]?.int } == [40, 60])
        let table = try diversity("in.jsonl", "--text", "body", "--against", "other.jsonl", "--topic-field", "topic")
        #expect(table.code == 0)
        #expect(table.stdout.contains("figure                in.jsonl  other.jsonl\n"))
        #expect(table.stdout.contains("topics, evenness           1.0    undefined\n"))
        #expect(!table.stdout.contains("skills"))
    }

    @Test func `The sample and its length are as they are asked for`() throws {
        let output = try diversity("in.jsonl", "--text", "body", "--sample", "7", "--words", "5", "--format", "json")
        let figures = try #require(try JSONParser.parse(output.stdout)["figures"])
        #expect(["texts", "words"].map { figures[$0]?.int } == [7, 5])
        let seeds = try ["0", "0", "1"].map {
            try diversity("in.jsonl", "--text", "body", "--sample", "7", "--seed", $0).stdout
        }
        #expect(seeds[0] == seeds[1])
        #expect(seeds[0] != seeds[2])
        #expect(try diversity("in.jsonl", "--text", "body", "--words", "9").stdout.contains("undefined"))
    }

    @Test(arguments: [
        (["--text", "text"], #"in.jsonl:1: The field "text" is missing."#),
        (
            ["--text", "body", "--skills-field", "skill"],
            #"The field "skill" is missing. Name the right field with --skills"#
        ),
        (["--text", "body", "--topic-field", "n"], #"The field "n" holds neither a text nor a list of texts."#),
        (["--text", "body", "--skills-field", "list"], #"The field "list" holds neither a text nor a list of texts."#),
    ])
    func `A line without the field is bad content`(options: [String], problem: String) throws {
        try folder.write(#"{"body":"x","n":3,"list":["a",1]}"#, to: "in.jsonl")
        let output = try Tool.run(["diversity", "in.jsonl"] + options, in: folder)
        #expect(output.code == 65)
        #expect(output.stderr.contains(problem), "\(output.stderr)")
        #expect(output.stdout.isEmpty)
    }

    @Test(arguments: [
        ["--sample", "0"], ["--seed", "-1"], ["--words", "3"], ["--words", "1001"], ["--threads", "0"],
    ])
    func `A value out of bounds is wrong usage`(arguments: [String]) throws {
        #expect(try Tool.run(["diversity", "in.jsonl"] + arguments, in: folder).code == 64)
    }

    @Test func `Only one side is standard input`() throws {
        #expect(try diversity("-", "--against", "-").code == 64)
    }
}

@Suite(.smallRelease) struct ReleaseDiversityTests {
    private func json(_ split: String?) throws -> JSONValue? {
        let options = split.map { ["--split", $0] } ?? []
        let output = try Tool.run(
            ["diversity", SmallRelease.folder, "--format", "json"] + options,
            in: try TemporaryFolder()
        )
        #expect(output.code == 0, "\(output.stderr)")
        return try JSONParser.parse(output.stdout)["figures"]
    }

    @Test func `A release has the figures of each split, and its card shows them`() throws {
        let release = try ReleaseReader(SmallRelease.folder)
        let figures = try release.json("diversity.json")
        #expect(try release.manifest().files.map(\.path).contains("diversity.json"))
        let splits = try #require(figures["splits"]?.array)
        #expect(
            splits.compactMap { $0["split"]?.string } == [
                "train", "validation", "heldout_pairs", "heldout_topics", "heldout_skills", "heldout", "evaluation",
            ]
        )
        // All texts are in the sample, so that only the order and the last digits can differ.
        let train = try #require(try json("train"))
        #expect(splits[0]["rows"]?.int == 14)
        for key in ["rows", "texts", "words", "skills", "pairs", "topics"] {
            let (one, other): (JSONValue?, JSONValue?) = (splits[0][key], train[key])
            #expect(one?.int == other?.int && one?["kinds"]?.int == other?["kinds"]?.int, "\(key)")
        }
        for key in ["distinct_1", "distinct_4", "self_bleu", "self_repetition", "mean_words"] {
            let (one, other) = (try #require(splits[0][key]?.double), try #require(train[key]?.double))
            #expect(abs(one - other) < 1e-6, "\(key)")
        }
        let card = String(decoding: try release.bytes("README.md"), as: UTF8.self)
        #expect(card.contains("## How varied it is"))
        #expect(card.contains("| evaluation | 0 | 4 | undefined |"))
        #expect(try json(nil)?["rows"]?.int == 38)
    }

    @Test func `A split that the release has not is named, with the nearest`() throws {
        let output = try Tool.run(["diversity", SmallRelease.folder, "--split", "trian"], in: try TemporaryFolder())
        #expect(output.code == 65)
        #expect(output.stderr.contains(#"has no split "trian". Did you mean "train"?"#))
    }
}
