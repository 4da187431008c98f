import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct FileSplitTests {
    private let folder: FileFolder

    init() throws {
        folder = try FileFolder()
    }

    private func split(_ rule: FileSplit.Rule, _ input: String = "in.jsonl", to output: String = "out") async throws
        -> DivisionCounts
    {
        var job = FileSplit(input: folder(input), folder: folder(output), rule: rule, seed: 4, threads: 2)
        job.batchBytes = 3000
        return try await job.run()
    }

    private func lines(_ name: String) throws -> [String] {
        try folder.read(name).split(separator: "\n").map(String.init)
    }

    @Test func `Every row is on one side, in its order, and stays there in any order`() async throws {
        let rows = (0..<1000).map { #"{"id":\#($0 % 900)}"# }
        try folder.write(rows.joined(separator: "\n"), to: "in.jsonl")
        let counts = try await split(.fraction(0.3, group: nil))
        let (train, heldOut) = (try lines("out/train.jsonl"), try lines("out/held-out.jsonl"))
        #expect(Set(train).isDisjoint(with: heldOut))
        #expect(rows.filter(Set(train).contains) == train)
        #expect(rows.filter(Set(heldOut).contains) == heldOut)
        #expect(train.count + heldOut.count == 1000)
        #expect(counts.text == "1000 rows: \(train.count) train, \(heldOut.count) held-out.")
        #expect(abs(heldOut.count - 300) < 60)
        try folder.write(rows.reversed().joined(separator: "\n"), to: "in.jsonl.gz")
        _ = try await split(.fraction(0.3, group: nil), "in.jsonl.gz", to: "again")
        #expect(try lines("again/held-out.jsonl.gz") == heldOut.reversed())
        #expect(try folder.names(in: "again") == ["held-out.jsonl.gz", "split.json", "train.jsonl.gz"])
    }

    @Test func `A group is on one side, however its value is written`() async throws {
        let rows = (0..<1000).map { number in
            let name = number % 2 == 0 ? "g\(number / 2 % 50)" : #"\u0067\#(number / 2 % 50)"#
            return #"{"id":\#(number),"group":"\#(name)"}"#
        }
        try folder.write(rows.joined(separator: "\n"), to: "in.jsonl")
        _ = try await split(.fraction(0.4, group: "group"))
        func groups(_ name: String) throws -> Set<String> {
            Set(try lines(name).compactMap { try JSONParser.parse($0)["group"]?.string })
        }
        let (train, heldOut) = (try groups("out/train.jsonl"), try groups("out/held-out.jsonl"))
        #expect(train.isDisjoint(with: heldOut))
        #expect(train.count + heldOut.count == 50)
        #expect(heldOut.count > 5)
        let record = try folder.read("out/split.json")
        #expect(record.hasSuffix(#""seed":4,"held_out":0.4,"group":"group"}"# + "\n"))
    }

    @Test func `Rows with skills of both sides go to neither`() async throws {
        let skills = [#"["a","b"]"#, #"["x"]"#, #"["a","x"]"#, #""x""#, "[]", #"["y","x"]"#, #"["\u0078","b"]"#]
        let rows = skills.enumerated().map { #"{"n":\#($0.offset),"s":\#($0.element)}"# }
        try folder.write(rows.joined(separator: "\n"), to: "in.jsonl")
        let counts = try await split(.skills(["x", "y"], field: "s"))
        #expect(counts.json.canonicalText == #"{"rows":7,"train":2,"held_out":3,"mixed":2}"#)
        #expect(try lines("out/train.jsonl") == [rows[0], rows[4]])
        #expect(try lines("out/held-out.jsonl") == [rows[1], rows[3], rows[5]])
        #expect(try lines("out/mixed.jsonl") == [rows[2], rows[6]])
        #expect(try folder.read("out/split.json").contains(#""skills_field":"s","held_out_skills":["x","y"]"#))
    }

    @Test func `Drawn skills are those of the record`() async throws {
        let rows = (0..<400).map { #"{"s":["s\#($0 % 20)","s\#($0 / 20)"]}"# }
        try folder.write(rows.joined(separator: "\n"), to: "in.jsonl")
        _ = try await split(.skillFraction(0.25, field: "s"))
        let record = try JSONParser.parse(try folder.read("out/split.json"))
        let heldOut = Set(record["held_out_skills"]?.array?.compactMap(\.string) ?? [])
        #expect(heldOut.count == 5)
        for (name, wanted) in [("train", 0), ("held-out", 2)] {
            for line in try lines("out/\(name).jsonl") {
                let skills = try #require(try JSONParser.parse(line)["s"]?.array?.compactMap(\.string))
                #expect(skills.count(where: heldOut.contains) == wanted)
            }
        }
        #expect(try lines("out/train.jsonl").count == 225)
        #expect(try lines("out/held-out.jsonl").count == 25)
    }

    @Test(arguments: [
        (
            FileSplit.Rule.skills(["a", "smile"], field: "s"),
            #"No row has the skill "smile" in "s". Did you mean "simile"?"#
        ),
        (.skills(["a"], field: "t"), #"in.jsonl:1: The field "t" is missing. "#),
        (.skills(["a"], field: "n"), #"in.jsonl:1: The field "n" holds neither a text nor a list of texts."#),
        (.skills(["a"], field: "m"), #"in.jsonl:1: The field "m" holds neither a text nor a list of texts."#),
        (.skillFraction(0.5, field: "one"), "The rows have 1 skills"),
        (.fraction(0.5, group: "t"), #"The field "t" is missing. Name the right field with --group."#),
    ])
    func `What cannot be divided is said, and leaves no folder`(rule: FileSplit.Rule, message: String) async throws {
        try folder.write(#"{"s":["a","simile"],"n":1,"m":["a",2],"one":"a"}"#, to: "in.jsonl")
        let error = await #expect(throws: EtudeError.self) { try await split(rule) }
        #expect(error?.code == .data)
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(try folder.names() == ["in.jsonl"])
    }
}
