import EtudeCore
import EtudeCurate
import Testing

@testable import EtudePipeline

@Suite struct FileDecontaminationTests {
    private let folder: FileFolder

    init() throws {
        folder = try FileFolder()
    }

    private func words(_ range: ClosedRange<Int>) -> String { range.map { "w\($0)" }.joined(separator: " ") }

    private func job(_ benchmarks: [String]) -> FileDecontamination {
        var job = FileDecontamination(
            input: folder("in.jsonl"),
            output: folder("out.jsonl"),
            benchmarks: benchmarks.map { folder($0) },
            overlap: OverlapSettings()
        )
        job.report = folder("report.jsonl")
        job.batchBytes = 2000
        return job
    }

    @Test func `Rows that hold items of any benchmark are removed, whatever the number of threads`() async throws {
        try folder.write(
            #"{"id":1,"choices":[{"q":"\#(words(1...20))"}],"answer":"yes"}"# + "\n\n"
                + #"{"q":"\#(words(100...108))"}"#,
            to: "one.jsonl.gz"
        )
        try folder.write("\n\(words(200...207))\n\(words(208...215))\n \n\(words(300...320))\n", to: "two.txt")
        let texts = (0..<300).map { number in
            switch number {
            case 7: words(1...13)
            case 100: "\(words(3...19)), W203 \(words(204...219))"
            case 200: "say \(words(100...108))"
            default: "row \(number) has \(words(1...12)) of its own"
            }
        }
        let rows = texts.enumerated().map { #"{"id":"r\#($0.offset)","text":"\#($0.element)"}"# + "\n" }
        try folder.write(rows.joined(), to: "in.jsonl")
        for threads in [1, 3] {
            var job = job(["one.jsonl.gz", "two.txt"])
            job.id = "id"
            job.threads = threads
            let counts = try await job.run()
            let kept = rows.enumerated().filter { ![7, 100, 200].contains($0.offset) }.map(\.element)
            #expect(try folder.read("out.jsonl") == kept.joined())
            let (one, two) = (folder("one.jsonl.gz"), folder("two.txt"))
            #expect(
                try folder.read("report.jsonl").split(separator: "\n")
                    == [
                        #"{"id":"r7","benchmark":"\#(one)","matched":1,"items":[1],"span":"\#(words(1...13))"}"#,
                        #"{"id":"r100","benchmark":"\#(one)","matched":1,"items":[1],"span":"\#(words(3...19))"}"#,
                        #"{"id":"r100","benchmark":"\#(two)","matched":1,"items":[1],"span":"\#(words(203...215))"}"#,
                        #"{"id":"r200","benchmark":"\#(one)","matched":1,"items":[3],"span":"\#(words(100...108))"}"#,
                    ].map { Substring($0) }
            )
            #expect(counts.json["removed"]?.int == 3)
            #expect(counts.json["benchmarks"]?.array?.map { $0["rows"]?.int } == [3, 1])
            #expect(counts.json["benchmarks"]?.array?.map { $0["matched"]?.int } == [2, 1])
        }
    }

    @Test func `The span is a hash if that is asked, and one field of a benchmark may count`() async throws {
        try folder.write(#"{"q":"\#(words(1...13))","a":"\#(words(50...70))"}"#, to: "b.jsonl")
        try folder.write(#"{"text":"\#(words(1...13))"}"# + "\n" + #"{"text":"\#(words(50...70))"}"#, to: "in.jsonl")
        var job = job(["b.jsonl"])
        (job.benchmarkField, job.hidesSpans) = ("q", true)
        let counts = try await job.run()
        let hash = SHA256.digest(of: words(1...13)).hex
        let line = #"{"id":1,"benchmark":"\#(folder("b.jsonl"))","matched":1,"items":[1],"span_sha256":"\#(hash)"}"#
        #expect(try folder.read("report.jsonl") == line + "\n")
        #expect(
            counts.text == """
                2 rows: 1 kept, 1 removed.
                \(folder("b.jsonl")): 1 of 1 items in 1 rows.
                """
        )
    }

    @Test(arguments: [
        ("b.jsonl", "[1]", nil, "b.jsonl:1: The line is no JSON object."),
        ("b.jsonl", "{}\nx", nil, "b.jsonl:2: The line is not JSON"), ("b.txt", " \n", nil, "It holds no item"),
        ("b.jsonl", #"{"a":"one two three"}"#, nil, "It holds no item of at least 4 words"),
        ("b.jsonl", #"{"a":"one two three four"}"#, "b", #"The field "b" is missing. Name the right one"#),
    ])
    func `A benchmark that is none is said`(name: String, text: String, field: String?, message: String) async throws {
        try folder.write(#"{"text":"a"}"#, to: "in.jsonl")
        try folder.write(text, to: name)
        var job = job([name])
        job.benchmarkField = field
        let error = await #expect(throws: EtudeError.self) { try await job.run() }
        #expect(error?.code == .data)
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(try folder.names() == [name, "in.jsonl"])
    }
}
