import EtudeCore
import EtudeText
import Testing

@testable import EtudePipeline

@Suite struct CorpusFrequencyTests {
    private let folder: FileFolder
    private static let skills = [
        skill("red-herring", "red herring", aliases: ["red herring fallacy", "ignoratio elenchi"]),
        skill("fallacy", "fallacy"), skill("bias", "bias", inflections: ["biased"]),
        skill("naivete", "naïveté"), skill("metaphor", "隐喻"), skill("wide", "wide-mouth effect"),
    ]
    private static let topics = [
        Topic(id: "war", name: "the art of war"), Topic(id: "art", name: "art", aliases: ["of war"]),
    ]

    init() throws {
        folder = try FileFolder()
    }

    private static func skill(_ id: String, _ name: String, aliases: [String] = [], inflections: [String] = []) -> Skill
    {
        Skill(id: id, name: name, aliases: aliases, inflections: inflections, category: "c", definition: "d")
    }

    private func job(_ files: String..., threads: Int = 1) -> CorpusFrequency {
        var job = CorpusFrequency(
            files: files.map { folder($0) },
            skills: Self.skills,
            topics: Self.topics,
            threads: threads
        )
        job.chunkBytes = 300
        return job
    }

    /// What a report says of the entries that are named: their documents and occurrences.
    private func counts(_ report: FrequencyReport) -> [String: [Int]] {
        let entries = (report.skills + report.topics).filter { $0.documents + $0.occurrences > 0 }
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.id, [$0.documents, $0.occurrences]) })
    }

    private func failure(_ job: CorpusFrequency) async throws -> String {
        try await #require(throws: EtudeError.self) { try await job.run() }.description
    }

    /// Every place that a form may have is looked at, and of the names of an entry the most without overlap are counted.
    private func reference(_ documents: [String]) -> [String: [Int]] {
        let entries = Self.skills.map { ($0.id, NameForms.of($0)) } + Self.topics.map { ($0.id, NameForms.of($0)) }
        var counts: [String: [Int]] = [:]
        for document in documents {
            let words = Folding.nameWords(document)
            for (id, forms) in entries {
                var most = [Int](repeating: 0, count: words.count + 1)
                for end in 0..<words.count {
                    most[end + 1] = most[end]
                    for form in forms.map(Folding.nameWords) where words[...end].suffix(form.count).elementsEqual(form)
                    {
                        most[end + 1] = max(most[end + 1], most[end + 1 - form.count] + 1)
                    }
                }
                guard most[words.count] > 0 else { continue }
                counts[id, default: [0, 0]][0] += 1
                counts[id, default: [0, 0]][1] += most[words.count]
            }
        }
        return counts
    }

    @Test func `Random documents are counted as by a search at every word, whatever the threads`() async throws {
        let pieces = [
            "red", "Herring", "HERRINGS", "herring's", "fallacies", "ignoratio-elenchi", "bias", "biases", "biased",
            "NAIVETE",
            "nai\u{308}vete\u{301}", "隐喻", "隐", "wide", "mouth", "effects", "wide‑mouth", "the", "art", "of", "war",
            "wars",
            "artful", "infrared", "\\u0061rt", "\\n", "\\\"art\\\"", "“art”",
        ]
        var random = SeededGenerator(seed: Seed(3))
        let texts = (0..<600).map { _ in
            (0..<random.below(30)).map { _ in pieces[random.below(pieces.count)] }.joined(separator: " ")
        }
        let rows = texts.enumerated().map { #"{"id":\#($0),"text":"\#($1)","n":{"text":1}}"# }
        for (name, part) in [("one.jsonl", rows[..<350]), ("two.jsonl.gz", rows[350...])] {
            try folder.write(part.joined(separator: "\n\n"), to: name)
        }
        let documents = try texts.map { try #require(try JSONParser.parse("\"\($0)\"").string) }
        let expected = reference(documents)
        #expect(expected.count == Self.skills.count + Self.topics.count)
        let report = try await job("one.jsonl", "two.jsonl.gz").run()
        #expect(counts(report) == expected)
        #expect(report.documents == 600)
        #expect(
            report.bytes == rows[..<350].joined(separator: "\n\n").utf8.count
                + rows[350...].joined(separator: "\n\n").utf8.count
        )
        for threads in [2, 5] {
            let again = try await job("one.jsonl", "two.jsonl.gz", threads: threads).run()
            #expect(again.json.canonicalText == report.json.canonicalText)
        }
    }

    @Test func `Text is one document, or one in each line`() async throws {
        let text = "\u{FEFF}Art, and a bias.\r\n\r\n  \nThe art of\nwar: two biases.\n"
        try folder.write(text, to: "a.txt")
        try folder.write(text, to: "b.txt.gz")
        try folder.write(" \n", to: "empty.txt")
        let whole = try await job("a.txt", "b.txt.gz", "empty.txt").run()
        #expect(counts(whole) == ["art": [2, 6], "war": [2, 2], "bias": [2, 4]])
        #expect(whole.documents == 2)
        #expect(whole.bytes == 2 * text.utf8.count + 2)
        var job = job("a.txt", "b.txt.gz", "empty.txt")
        job.hasLines = true
        let lines = try await job.run()
        #expect(counts(lines) == ["art": [4, 4], "bias": [4, 4]])
        #expect(lines.documents == 6)
    }

    @Test func `The first line that is no document is refused, whatever the threads`() async throws {
        let good = #"{"text":"bias"}"# + "\n"
        let start = String(repeating: good, count: 100)
        for (bad, words) in [
            (#"{"text":1}"#, #"The field "text" holds no text. Name the right field with --field."#),
            (#"{"body":""}"#, #"The field "text" is missing. Name the right field with --field."#),
            ("[]", "The line is no JSON object."), (#"{"text":"a}"#, "The line is not JSON"),
            (#"{"text":"\#(String(repeating: "a", count: 5000))"}"#, "The line is longer than 4096 bytes."),
        ] {
            try folder.write(start + bad + "\n" + start + "{}\n" + start, to: "in.jsonl")
            for threads in [1, 4] {
                var job = job("in.jsonl", threads: threads)
                job.maximumBytes = 4096
                let message = try await failure(job)
                #expect(message.contains("in.jsonl:101"), "\(message)")
                #expect(message.contains(words), "\(message)")
            }
        }
        try folder.write(start, to: "one.jsonl")
        let missing = try await failure(job("one.jsonl", "none.jsonl"))
        #expect(missing.contains("none.jsonl"))
    }

    @Test func `A document that is too long, or not UTF-8, is refused with its line`() async throws {
        try folder.write(String(repeating: "bias\n", count: 2000), to: "long.txt")
        var job = job("long.txt")
        job.maximumBytes = 4096
        #expect(try await failure(job).contains("long.txt:1: The document is longer than 4096 bytes. Give --lines"))
        job.hasLines = true
        #expect(try await job.run().documents == 2000)
        try folder.write(bytes: Array("bias\nart\n".utf8) + [0xC3, 0x28, 0x0A], to: "bad.txt")
        #expect(try await failure(self.job("bad.txt")).contains("bad.txt:3: The line is not valid UTF-8."))
        var lines = self.job("bad.txt")
        lines.hasLines = true
        #expect(try await failure(lines).contains("bad.txt:3: The line is not valid UTF-8."))
    }

    @Test func `A report is read again, and one that is none is refused`() async throws {
        try folder.write(#"{"body":"a bias, a fallacy"}"# + "\n" + #"{"body":"bias"}"#, to: "in.jsonl")
        var job = job("in.jsonl")
        job.field = "body"
        let report = try await job.run()
        try report.write(to: folder("report.json"))
        let again = try FrequencyReport.read(folder("report.json"))
        #expect(again.json == report.json)
        #expect(again.skills.map(report.share) == [0, 0.5, 1, 0, 0, 0])
        #expect(report.csv.split(separator: "\r\n").contains("skill,bias,bias,2,2,1.0"))
        #expect(report.lines.map(\.entry.id).prefix(3) == ["bias", "fallacy", "red-herring"])
        #expect(report.json["catalog"]?.string?.count == 64)
        for (old, new) in [
            ("\"version\":1", "\"version\":2"), ("\"documents\":2", "\"documents\":1"), ("\"bytes\"", "\"byte\""),
            ("{", ""),
        ] {
            let text = try folder.read("report.json")
            try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: "bad.json")
            let error = try #require(throws: EtudeError.self) { try FrequencyReport.read(folder("bad.json")) }
            #expect(error.code == .data)
            #expect(error.message.contains("no report of `etude catalog frequency`"))
        }
    }
}
