import EtudeCore
import EtudeStore
import Testing

@Suite struct DecontaminatedRunTests {
    private let folder: TemporaryFolder
    private let smaller = [
        "--set", "splits.train.k={2: 4}", "--set", "splits.validation.k={2: 2}", "--set",
        "splits.heldout_skills.k={2: 2}", "--set", "splits.evaluation.k={2: 2}", "--set", "sets={}",
    ]

    init() throws {
        folder = try TemporaryFolder()
        _ = try Tool.run(["init"], in: folder)
    }

    /// The texts of the training rows of a run's release.
    private func texts(_ output: String) throws -> [String] {
        let path = folder("\(output)/current/data/train-00000-of-00001.jsonl.gz")
        var lines = try LineReader(path: path)
        var texts: [String] = []
        while let line = try lines.next() {
            texts.append(try #require(try JSONParser.parse(line.text)["text"]?.string))
        }
        return texts
    }

    private func run(_ output: String, _ more: String...) throws -> Tool.Output {
        let output = ["--set", "output.directory=\(output)"]
        return try Tool.run(["run", "pipeline.yaml", "--quiet"] + smaller + output + more, in: folder)
    }

    @Test func `A draft that holds an item of a benchmark becomes no row`() throws {
        #expect(try run("one").code == 0)
        let text = try #require(try texts("one").first)
        try folder.write("\(text)\n", to: "bench.txt")
        let again = try run("two", "--set", "decontaminate={against: [bench.txt]}")
        #expect(again.code == 0, "\(again.stderr)")
        #expect(try !texts("two").contains(text))
        let path = folder("two/current/rejected/rejected-00000-of-00001.jsonl.gz")
        var lines = try LineReader(path: path)
        var details: [String] = []
        while let line = try lines.next() {
            let draft = try JSONParser.parse(line.text)
            if draft["reason"]?.string == "contaminated" { details.append(draft["detail"]?.string ?? "") }
        }
        #expect(!details.isEmpty && details.allSatisfy { $0 == "bench.txt:1" })
        #expect(try Tool.run(["verify", "two/current"], in: folder).code == 0)
    }

    @Test func `A plan depends on what the benchmarks hold`() throws {
        var plans: Set<String> = []
        for text in ["one two three four five", "one two three four six"] {
            try folder.write(text, to: "bench.txt")
            let set = ["--set", "decontaminate={against: [bench.txt]}", "--format", "json"]
            let plan = try JSONParser.parse(try Tool.run(["plan", "pipeline.yaml"] + set, in: folder).stdout)
            plans.insert(try #require(plan["plan"]?.string))
        }
        #expect(plans.count == 2)
    }

    @Test(arguments: [
        ("{against: [none.txt]}", "decontaminate.against"), ("{against: []}", "decontaminate.against"),
        ("{against: [pipeline.yaml], n: 3}", "decontaminate.n"), ("{n: 13}", "decontaminate.against"),
        ("{against: [pipeline.yaml], short: 14}", "decontaminate.short"),
        ("{against: [pipeline.yaml], coverage: 0}", "decontaminate.coverage"),
        ("{against: [pipeline.yaml], most_texts: 0}", "decontaminate.most_texts"),
    ])
    func `What cannot be is named`(value: String, key: String) throws {
        let output = try Tool.run(["plan", "pipeline.yaml", "--set", "decontaminate=\(value)"], in: folder)
        #expect(output.code == 78)
        #expect(output.stderr.contains(key), "\(output.stderr)")
    }
}
