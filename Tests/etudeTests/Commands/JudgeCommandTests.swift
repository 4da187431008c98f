import EtudeCore
import EtudePublish
import EtudeTesting
import Foundation
import Testing

/// `etude judge` on the rows of a small release, by the built-in judge.
@Suite(.smallRelease) struct JudgeCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func shard(_ split: String) throws -> String {
        let manifest = try ReleaseReader(SmallRelease.folder).manifest()
        return "\(SmallRelease.folder)/\(try #require(manifest.shards.first { $0.split == split }).path)"
    }

    /// The rows of the training split at k = 1.
    private func rows() throws -> [JSONValue] {
        let manifest = try ReleaseReader(SmallRelease.folder).manifest()
        let record = try #require(manifest.shards.first { $0.split == "train" })
        let shard = try ReleaseReader(SmallRelease.folder).shard(record.path)
        var rows: [JSONValue] = []
        while let line = try shard.next() { rows.append(try JSONParser.parse(line.bytes)) }
        return rows
    }

    private func replies(_ text: String) throws -> [JSONValue] {
        try text.split(separator: "\n").map { try JSONParser.parse(String($0)) }
    }

    /// A line with a text for the skills and topic of a row.
    private func line(_ text: String, like row: JSONValue, _ id: String) throws -> String {
        let (skills, topic) = (try #require(row["skills"]), try #require(row["topic"]))
        let json: JSONValue = ["id": .string(id), "text": .string(text), "skills": skills, "topic": topic]
        return json.canonicalText
    }

    @Test func `Rows of a release come back in their order with the marks that they have`() throws {
        let judged = try Tool.run(["judge", try shard("train"), "-o", "marked.jsonl"], in: folder)
        #expect(judged.code == 0, "\(judged.stderr)")
        #expect(judged.stdout.isEmpty)
        #expect(judged.stderr.hasSuffix("4 texts judged, 4 accepted.\n"), "\(judged.stderr)")
        #expect(try folder.entries == ["marked.jsonl"])
        let marked = try replies(try String(contentsOfFile: folder("marked.jsonl"), encoding: .utf8))
        for (row, reply) in zip(try rows(), marked) {
            for key in Row.keys { #expect(reply[key] == row[key]) }
            #expect(reply["accepted"] == true)
            #expect(reply["score"]?.double == 1)
        }
        #expect(marked.count == 4)

        let printed = try Tool.run(
            ["judge", "-", "--quiet"],
            in: folder,
            input: marked.map { $0.canonicalText + "\n" }.joined()
        )
        #expect(printed.code == 0)
        #expect(printed.stderr.isEmpty)
        #expect(try replies(printed.stdout) == marked)

        let zipped = try Tool.run(["judge", "marked.jsonl", "-o", "again.jsonl.gz", "--quiet"], in: folder)
        #expect(zipped.code == 0)
        let unzipped = try Tool.run(["judge", "again.jsonl.gz", "--quiet"], in: folder)
        #expect(unzipped.stdout == printed.stdout)
    }

    @Test func `A text is scored by the share of its marks, and by 0 where code refuses it`() throws {
        let row = try #require(try rows().first)
        let good = try #require(row["text"]?.string)
        let texts = [good, "It rains, and nobody is there.", "", good + " It rains. It rains again. And again."]
        let lines = try texts.enumerated().map { try line($1, like: row, "\($0)") }.joined(separator: "\n")
        let output = try Tool.run(["judge", "-"], in: folder, input: lines)
        #expect(output.code == 0, "\(output.stderr)")
        let replies = try replies(output.stdout)
        #expect(replies.map { $0["id"]?.string } == ["0", "1", "2", "3"])
        #expect(replies.map { $0["score"]?.double } == [1, 0.5, 0, 0.75])
        #expect(replies.map { $0["accepted"]?.bool } == [true, false, false, false])
        let reasons = replies.map {
            ($0["code"]?.array ?? []).filter { $0["refuses"] == true }.map { $0["reason"]?.string }
        }
        #expect(reasons == [[], [], ["empty"], ["sentence_limit"]])
        let outcomes = (replies[2]["marks"]?.array ?? []).map { $0["mark"]?.string }
        #expect(outcomes == ["unknown", "unknown", "unknown", "unknown"])
    }

    @Test(arguments: [
        ("{", "texts.jsonl:3: The line is not JSON"),
        (
            #"{"text":"x","skills":["metafor"],"topic":"sewing"}"#,
            "texts.jsonl:3: The catalog has no skill \"metafor\"; did you"
        ),
        (#"{"body":"x","skills":["metaphor"],"topic":"sewing"}"#, "texts.jsonl:3: The field `text` is missing"),
    ])
    func `A line that cannot be judged ends the command before anything is done`(bad: String, words: String) throws {
        let good = #"{"text":"x","skills":["metaphor"],"topic":"sewing"}"#
        try folder.write("\(good)\n\n\(bad)\n\(good)\n", to: "texts.jsonl")
        let output = try Tool.run(["judge", "texts.jsonl", "-o", "out.jsonl"], in: folder)
        #expect(output.code == 65)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains(words), "\(output.stderr)")
        #expect(output.stdout.isEmpty)
        #expect(try folder.entries == ["texts.jsonl"])
    }

    @Test(arguments: [
        ["judge"], ["judge", "a.jsonl", "--stdin"], ["judge", "--stdin", "-o", "b"], ["judge", "nothing.jsonl"],
    ])
    func `A call that cannot be meant is wrong usage`(arguments: [String]) throws {
        #expect(try Tool.run(arguments, in: folder).code == 64)
    }

    @Test func `Through a pipe each line is answered before the next is asked for`() throws {
        let tool = try PipedTool(["judge", "--stdin"], in: folder)
        for row in try rows() {
            try tool.write(row.canonicalText)
            let reply = try JSONParser.parse(try #require(tool.read()))
            #expect(reply["id"] == row["id"])
            #expect(reply["score"]?.double == 1)
        }
        #expect(try tool.end() == 0)
    }

    @Test func `Through a pipe many lines are answered in order, and bad ones with what is wrong`() throws {
        let rows = try rows()
        let tool = try PipedTool(["judge", "--stdin"], in: folder)
        var sent: [Data] = []
        for number in 0..<300 {
            switch number % 50 {
            case 7: sent.append(Data("no json\n".utf8))
            case 8: sent.append(Data([0x7B, 0xFF, 0x0A]))
            case 9: sent.append(Data("\n".utf8))
            default:
                let row = rows[number % rows.count]
                sent.append(Data((try line(row["text"]?.string ?? "", like: row, "\(number)") + "\n").utf8))
            }
        }
        let all = sent.reduce(Data(), +)
        try tool.write(all)
        for number in 0..<300 where number % 50 != 9 {
            let reply = try JSONParser.parse(try #require(tool.read()))
            guard [7, 8].contains(number % 50) else {
                #expect(reply["id"]?.string == "\(number)")
                #expect(reply["accepted"] == true)
                continue
            }
            #expect(reply["line"]?.int == number + 1)
            #expect(reply["error"]?.string?.isEmpty == false)
        }
        #expect(try tool.end() == 65)
        #expect(tool.read() == nil)
    }

    @Test func `Through a pipe a refusal ends the command though its input is open`() async throws {
        try await LoopbackChatServer.run { _, _ in
            ServerReply(status: 401, body: #"{"error":{"message":"Wrong key.","code":"invalid_api_key"}}"#)
        } _: { _, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            let tool = try PipedTool(["judge", "--stdin", "--pipeline", workspace.pipeline], in: folder)
            try tool.write(#"{"text":"A sail is a wing.","skills":["metaphor"],"topic":"sewing"}"#)
            #expect(await tool.ended() == 69)
        }
    }

    @Test func `An audit is drawn, is never replaced, and calibration reads what a person says`() throws {
        let drawn = try Tool.run(["judge", "audit", SmallRelease.folder, "-n", "9", "-o", "audit.jsonl"], in: folder)
        #expect(drawn.code == 0, "\(drawn.stderr)")
        let text = try String(contentsOfFile: folder("audit.jsonl"), encoding: .utf8)
        let lines = try replies(text)
        #expect(lines.count == 9)
        #expect(Set(lines.map { $0["id"]?.string }).count == 9)
        for line in lines {
            #expect(line["text"]?.string?.isEmpty == false)
            #expect(line["skills"]?.array?.allSatisfy { $0["definition"]?.string?.isEmpty == false } == true)
            #expect(line["marks"]?.array?.allSatisfy { $0["correct"] == .null } == true)
        }
        let again = try Tool.run(["judge", "audit", SmallRelease.folder, "-n", "9", "-o", "audit.jsonl"], in: folder)
        #expect(again.code == 64)
        #expect(again.complaints.count == 1)
        #expect(try String(contentsOfFile: folder("audit.jsonl"), encoding: .utf8) == text)
        let other = try Tool.run(["judge", "audit", SmallRelease.folder, "-n", "9", "-o", "other.jsonl"], in: folder)
        #expect(other.code == 0)
        #expect(try String(contentsOfFile: folder("other.jsonl"), encoding: .utf8) == text)
    }

    @Test func `A labelled audit stands in the next release, and one that contradicts itself in none`() throws {
        let drawn = try Tool.run(["judge", "audit", SmallRelease.folder, "-n", "8", "-o", "audit.jsonl"], in: folder)
        #expect(drawn.code == 0, "\(drawn.stderr)")
        var lines = try String(contentsOfFile: folder("audit.jsonl"), encoding: .utf8).split(separator: "\n")
        for (index, line) in lines.enumerated() where index < 6 {
            lines[index] = Substring(line.replacing("\"correct\":null", with: "\"correct\":\(index > 0)"))
        }
        let labelled = lines.joined(separator: "\n") + "\n"
        try folder.write(labelled, to: "audit.jsonl")
        let settings = SmallRelease.settings.flatMap { ["--set", $0] }
        let audit = ["--set", "judge.audit=\(folder("audit.jsonl"))", "--quiet", "--allow-outside"]
        let call = ["run", "\(Tool.project)/Pipelines/quickstart.yaml"] + settings + audit
        let made = try Tool.run(call, in: folder)
        #expect(made.code == 0, "\(made.stderr)")
        let release = try ReleaseReader(folder("out/current"))
        let record = try #require(try release.manifest().judging?.audit)
        #expect(record.precision == BinomialSample(successes: 5, trials: 6))
        #expect(record.unlabelled == 2)
        #expect(record.digest == (try ReleaseReader(SmallRelease.folder).manifest().digest))
        let card = String(decoding: try release.bytes("README.md"), as: UTF8.self)
        #expect(card.contains("A person labelled 6 accepted rows of release 1, 2 more were drawn"))
        // What a person says changes no row.
        #expect(try release.manifest().digest == record.digest)

        try folder.write(
            labelled + lines[0].replacing("\"correct\":false", with: "\"correct\":true"),
            to: "audit.jsonl"
        )
        let refused = try Tool.run(call, in: folder)
        #expect(refused.code == 65)
        #expect(refused.complaints.count == 1)
        #expect(refused.stderr.contains("audit.jsonl:9: "), "\(refused.stderr)")
    }

    @Test func `Judges are measured against a person's marks`() throws {
        var lines: [String] = []
        for row in try rows() {
            guard case .object(let members) = row else { continue }
            let bare = members.filter { !["marks", "text"].contains($0.key) }
            let text = row["text"]?.string ?? ""
            for (text, isMet) in [(text, true), ("It rains, and nobody is there.", false)] {
                let labels: JSONValue = ["topic": .bool(isMet), "accepted": .bool(isMet)]
                let json = JSONValue.object(bare + [JSONMember("text", .string(text)), JSONMember("labels", labels)])
                lines.append(json.canonicalText)
            }
        }
        try folder.write(lines.joined(separator: "\n"), to: "labels.jsonl")
        let output = try Tool.run(["judge", "calibrate", "labels.jsonl", "--format", "json"], in: folder)
        #expect(output.code == 0, "\(output.stderr)")
        #expect(output.stderr.contains("8 labelled texts are few"), "\(output.stderr)")
        let report = try JSONParser.parse(output.stdout)
        let measures = report["criteria"]?.array ?? []
        #expect(measures.map { $0["criterion"]?.string } == ["topic", "accepted"])
        for measure in measures {
            #expect(measure["true_passes"]?.int == 4)
            #expect(measure["true_fails"]?.int == 4)
            #expect(measure["kappa"]?["value"]?.double == 1)
        }
        let text = try Tool.run(["judge", "calibrate", "labels.jsonl"], in: folder)
        #expect(text.stdout.contains("accepted: "))
    }
}
