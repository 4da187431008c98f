import EtudeCore
import Foundation
import Testing

@testable import etude

@Suite struct CatalogFrequencyCommandTests {
    private let folder: TemporaryFolder
    private let rows = """
        {"body":"A metaphor, two METAPHORS; sewing."}
        {"body":"No more than a simile."}

        """

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(rows, to: "in.jsonl")
    }

    private func frequency(_ arguments: String..., input: String? = nil) throws -> Tool.Output {
        try Tool.run(["catalog", "frequency", "--field", "body"] + arguments, in: folder, input: input)
    }

    @Test func `Counts are printed as a table, as JSON and as CSV`() throws {
        let table = try frequency("in.jsonl")
        #expect(table.code == 0)
        #expect(table.stderr.isEmpty)
        #expect(
            table.stdout.hasPrefix(
                """
                name      documents  share  occurrences
                metaphor          1  50.0%            2   skill
                simile            1  50.0%            1   skill
                sewing            1  50.0%            1   topic

                2 documents, \(rows.utf8.count) bytes: 2 of 
                """
            ),
            "\(table.stdout)"
        )
        let json = try JSONParser.parse(try frequency("in.jsonl", "--format", "json").stdout)
        #expect(json["documents"] == 2)
        #expect(json["skills"]?.array?.contains(["id": "metaphor", "documents": 1, "occurrences": 2]) == true)
        let csv = try frequency("in.jsonl", "--format", "csv").stdout
        #expect(csv.hasPrefix("kind,id,name,documents,occurrences,share\r\n"))
        #expect(csv.contains("\r\ntopic,sewing,sewing,1,1,0.5\r\n"))
    }

    @Test func `The report is a file, the same from standard input by any number of threads`() throws {
        #expect(try frequency("in.jsonl", "--report", "one.json", "--threads", "1").code == 0)
        let piped = try frequency("-", "--report", "-", "--threads", "3", input: rows)
        #expect(piped.code == 0)
        #expect(try String(contentsOfFile: folder("one.json"), encoding: .utf8) == piped.stdout)
        #expect(piped.stderr.contains("2 documents, "))
        let lines = try frequency("-", "--lines", "--format", "json", input: "A simile.\nA simile and a metaphor.")
        #expect(try JSONParser.parse(lines.stdout)["documents"] == 2)
    }

    @Test func `A corpus is counted by the names of any catalog`() throws {
        try folder.write("metaphor\nsewing, and more\n", to: "topics.txt")
        let output = try frequency("in.jsonl", "--topics", "topics.txt", "--format", "csv")
        #expect(output.stdout.contains("\r\ntopic,metaphor,metaphor,1,2,0.5\r\n"))
        #expect(output.stdout.contains(#""sewing, and more",0,0,0.0"#))
    }

    @Test func `What is no document is refused`() throws {
        let output = try Tool.run(["catalog", "frequency", "in.jsonl"], in: folder)
        #expect(output.code == 65)
        #expect(output.stderr.contains("in.jsonl:1: The field \"text\" is missing. Name the right field with --field."))
        #expect(try frequency("-", "-", input: "").code == 64)
        #expect(try frequency("none.jsonl").code == 74)
    }

    @Test func `Progress tells bytes of bytes`() {
        var state = FrequencyProgress.State(
            bytes: 2_500_000,
            totalBytes: 40_000_000,
            documents: 12,
            elapsed: .seconds(5)
        )
        #expect(state.line == "MB 2.5/40 · 12 documents · 0:05 · 0.5 MB/s")
        #expect(state.line(columns: 60) == "█" + String(repeating: "░", count: 15) + " " + state.line)
        #expect(state.line(columns: 20) == "MB 2.5/40 · 12 docu")
        state.totalBytes = nil
        #expect(state.line(columns: 200) == "MB 2.5 · 12 documents · 0:05 · 0.5 MB/s")
        state.totalBytes = 0
        #expect(state.line(columns: 200).hasPrefix(String(repeating: "█", count: 40)))
    }
}
