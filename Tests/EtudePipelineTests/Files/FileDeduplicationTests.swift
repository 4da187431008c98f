import EtudeCore
import EtudeCurate
import EtudeStore
import EtudeText
import Foundation
import Testing

@testable import EtudePipeline

@Suite struct FileDeduplicationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "etude-dedup-\(UUID().uuidString)").path

    init() throws {
        try RealFileSystem().makeDirectory(folder)
    }

    /// A dropped row as the report has it.
    private struct Dropped: Equatable {
        let id: Int
        let kept: Int
        let similarity: Double
        let shared: [String]
    }

    private func write(_ text: String, to name: String = "in.jsonl") throws {
        try AtomicFile.write(Array(text.utf8), to: "\(folder)/\(name)", in: RealFileSystem())
    }

    private func read(_ name: String) throws -> String {
        String(decoding: try RealFileSystem().read("\(folder)/\(name)"), as: UTF8.self)
    }

    private func job(_ input: String = "in.jsonl", threshold: Double = 0.8) -> FileDeduplication {
        var job = FileDeduplication(
            input: "\(folder)/\(input)",
            output: "\(folder)/out.jsonl",
            near: NearDuplicateSettings(unit: .words, shingle: 5, threshold: threshold, wordsChanged: 0)
        )
        job.id = "id"
        job.report = "\(folder)/report.jsonl"
        return job
    }

    private func report() throws -> [Dropped] {
        try read("report.jsonl").split(separator: "\n").compactMap { line in
            let json = try JSONParser.parse(String(line))
            guard let id = json["id"]?.int, let kept = json["kept"]?.int, let similarity = json["similarity"]?.double,
                let shared = json["shared"]?.array?.compactMap(\.string)
            else { return nil }
            return Dropped(id: id, kept: kept, similarity: similarity, shared: shared)
        }
    }

    @Test(arguments: [0.6, 0.8]) func `What is dropped is near to a kept row, and 99 of 100 near rows are dropped`(
        threshold: Double
    ) async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let rows = PlantedRows(1500, seed: 8)
        try write(rows.lines(rows.texts.indices))
        var job = job(threshold: threshold)
        job.batchBytes = 100_000
        let counts = try await job.run()
        let dropped = try report()
        let near = rows.nearPairs(threshold)
        for row in dropped {
            #expect(near[row.id]?[row.kept] == row.similarity)
            #expect(!row.shared.isEmpty)
            #expect(row.shared.allSatisfy { rows.texts[row.id].contains($0) && rows.texts[row.kept].contains($0) })
        }
        let gone = Set(dropped.map(\.id))
        #expect(gone.count == dropped.count)
        #expect(dropped.allSatisfy { !gone.contains($0.kept) && $0.kept < $0.id })
        let missed = rows.texts.indices.filter { row in
            !gone.contains(row) && (near[row] ?? [:]).keys.contains { !gone.contains($0) }
        }
        print("Threshold \(threshold): \(dropped.count) of \(counts.rows) rows dropped, \(missed.count) missed.")
        #expect(dropped.count > 200)
        #expect(Double(missed.count) <= 0.01 * Double(dropped.count + missed.count))
        let kept = rows.texts.indices.filter { !gone.contains($0) }
        #expect(try read("out.jsonl") == rows.lines(kept))
        #expect((counts.rows, counts.kept) == (1500, kept.count))
    }

    @Test func `Threads and the size of batches change nothing`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let rows = PlantedRows(600, seed: 3)
        try write(rows.lines(rows.texts.indices))
        var results: Set<[String]> = []
        for (threads, batchBytes) in [(1, 4 << 20), (2, 10_000), (4, 77_777), (16, 100)] {
            var job = job()
            (job.threads, job.batchBytes) = (threads, batchBytes)
            _ = try await job.run()
            results.insert([try read("out.jsonl"), try read("report.jsonl")])
        }
        #expect(results.count == 1)
    }

    @Test(arguments: [("score", true), ("id", false)])
    func `Where a field orders all rows, the order of the file changes nothing`(
        field: String,
        prefersGreatest: Bool
    ) async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let rows = PlantedRows(500, seed: 4)
        try write(rows.lines(rows.texts.indices))
        _ = try await job().run()
        let expected = (Set(try read("out.jsonl").split(separator: "\n")), try report())
        #expect(expected.1.count > 80)
        var random = SeededGenerator(seed: Seed(6))
        for _ in 0..<3 {
            let order = rows.texts.indices.map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
            try write(rows.lines(order))
            var job = job()
            job.preference = RowPreference(field: field, prefersGreatest: prefersGreatest)
            (job.threads, job.batchBytes) = (2, 30_000)
            _ = try await job.run()
            let kept = try read("out.jsonl").split(separator: "\n")
            #expect(Set(kept) == expected.0)
            #expect(try report() == expected.1)
            let ids = try kept.compactMap { try JSONParser.parse(String($0))["id"]?.int }
            #expect(ids == order.filter { ids.contains($0) })
        }
    }

    @Test func `Texts come before greater texts, numbers before texts, and equals keep their order`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let ranks = [#""b""#, "2", #""a""#, "-1.5", "2", #""\u0061""#]
        try write(ranks.enumerated().map { #"{"id":\#($0),"rank":\#($1),"text":"the same \#($0)"}"# + "\n" }.joined())
        var job = job(threshold: 0.01)
        job.near = NearDuplicateSettings(unit: .words, shingle: 1, threshold: 0.2, wordsChanged: 0)
        for (prefersGreatest, kept) in [(false, 3), (true, 0)] {
            job.preference = RowPreference(field: "rank", prefersGreatest: prefersGreatest)
            _ = try await job.run()
            #expect(try report().allSatisfy { $0.kept == kept })
            #expect(try report().map(\.id) == (prefersGreatest ? [2, 5, 1, 4, 3] : [1, 4, 2, 5, 0]))
        }
    }

    @Test func `Lines are copied as they stand, whatever ends them`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let first = #" { "text" : "one two three" , "id" : "a" } "# + "\r\n"
        let middle = "\n  \r\n" + #"{"id":"b","text":"ONE, two three"}"# + "\n"
        let last = #"{"id":"c","text":"\u006fne\ttwo \"four\" caf\u00e9 \ud83d\ude00"}"#
        try write("\u{FEFF}" + first + middle + last)
        let counts = try await job().run()
        #expect(counts.text == "3 rows: 2 kept, 1 dropped (1 the same).")
        let figures = #"{"rows":3,"kept":2,"dropped":1,"exact":1,"jaccard":0,"words_changed":0}"#
        #expect(counts.json.canonicalText == figures)
        #expect(try read("out.jsonl") == first + last + "\n")
        let line = #"{"id":"b","kept":"a","similarity":1.0,"shared":["one two three"]}"#
        #expect(try read("report.jsonl") == line + "\n")
    }

    @Test func `Gzip files are read and written, and without an id the line's number serves`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let lines = ["a b", "", "A, B", "c d"].map { $0.isEmpty ? "\n" : #"{"text":"\#($0)"}"# + "\n" }
        var gzip = GzipWriter()
        let packed = gzip.append(Array(lines.joined().utf8))
        try AtomicFile.write(packed + gzip.finish().bytes, to: "\(folder)/in.jsonl.gz", in: RealFileSystem())
        var job = job("in.jsonl.gz")
        job.id = nil
        job.output = "\(folder)/out.jsonl.gz"
        #expect(try await job.run().kept == 2)
        var kept: [String] = []
        var reader = try LineReader(path: "\(folder)/out.jsonl.gz")
        while let line = try reader.next() { kept.append(line.text + "\n") }
        #expect(kept == [lines[0], lines[3]])
        #expect(try report().map { [$0.id, $0.kept] } == [[3, 1]])
    }

    @Test func `Rows are compared within a group, or whole`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let rows = [
            #"{"id":1,"skills":["a","b"],"text":"one two"}"#, #"{"id":2,"skills":["a","c"],"text":"One, two"}"#,
            #"{"id":3,"skills":["a","b"],"text":"ONE two"}"#, #"{"id":3,"skills":["a","b"],"text":"ONE two!"}"#,
        ]
        try write(rows.joined(separator: "\n"))
        var job = job(threshold: 1)
        _ = try await job.run()
        #expect(try report().map(\.id) == [2, 3, 3])
        job.within = "skills"
        _ = try await job.run()
        #expect(try report().map { [$0.id, $0.kept] } == [[3, 1], [3, 1]])
        (job.within, job.text) = (nil, nil)
        _ = try await job.run()
        #expect(try report().map { [$0.id, $0.kept] } == [[3, 3]])
        #expect(try read("out.jsonl") == rows[..<3].map { $0 + "\n" }.joined())
        job.within = "topic"
        let failure = await #expect(throws: EtudeError.self) { try await job.run() }
        #expect(failure?.message.contains("--within") == true)
    }

    @Test func `A line longer than a batch is read whole`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let rows = PlantedRows(3, seed: 1)
        let long = #"{"id":9,"text":"\#(String(repeating: "word ", count: 5000))"}"# + "\n"
        try write(long + rows.lines([0]) + long)
        var job = job()
        job.batchBytes = 64
        #expect(try await job.run().kept == 2)
        #expect(try read("out.jsonl") == long + rows.lines([0]))
    }

    @Test func `An empty file has no rows`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        try write("")
        #expect(try await job().run().text == "0 rows: 0 kept, 0 dropped.")
        #expect(try read("out.jsonl").isEmpty)
    }

    @Test(arguments: [
        ("no json", "not JSON at byte 0"), (#"{"id":1}"#, #""text" is missing"#),
        (#"{"text":"x"}"#, #""id" is missing"#),
        (#"{"id":1,"text":7}"#, "holds no text"), (#"{"id":[],"text":"x"}"#, "neither a text nor a number"),
        ("[]", "no JSON object"), (#"{"id":1,"text":"x"} x"#, "not JSON at byte 20"),
        (#"{"id":1,"text":"x"#, "the text ends"),
        (#"{"text":"x","id":1,"text":"y"}"#, "stands twice"), ("{\"id\":1,\"text\":\"\u{1}\"}", "control character"),
    ])
    func `A line without the fields is named, and nothing is written`(line: String, problem: String) async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        try write(#"{"id":0,"text":"fine"}"# + "\n\n" + line + "\n")
        let failure = await #expect(throws: EtudeError.self) { try await job().run() }
        #expect(failure?.code == .data)
        #expect(failure?.place?.line == 3)
        #expect(failure?.description.contains("in.jsonl:3: ") == true)
        #expect(failure?.message.contains(problem) == true, "\(failure?.message ?? "")")
        #expect(try RealFileSystem().list(folder) == ["in.jsonl"])
    }

    @Test(arguments: [#"{"id":1,"text":"x"}"#, #"{"id":1,"text":"x","rank":null}"#])
    func `A line without the preferred field is named`(line: String) async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        try write(#"{"id":0,"text":"fine","rank":1}"# + "\n" + line)
        var job = job()
        job.preference = RowPreference(field: "rank", prefersGreatest: true)
        let failure = await #expect(throws: EtudeError.self) { try await job.run() }
        #expect((failure?.code, failure?.place?.line) == (.data, 2))
    }

    @Test func `A file that is not there is said, and no other is touched`() async throws {
        defer { try? RealFileSystem().removeTree(folder) }
        let failure = await #expect(throws: EtudeError.self) { try await job("missing.jsonl").run() }
        #expect(failure?.code == .io)
        #expect(try RealFileSystem().list(folder).isEmpty)
    }
}
