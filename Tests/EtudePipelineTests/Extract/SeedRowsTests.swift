import EtudeCore
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct SeedRowsTests {
    private let workspace: PipelineWorkspace

    init() throws {
        workspace = try PipelineWorkspace()
    }

    private func rows(_ lines: [String]) throws -> SeedRows {
        try workspace.write(lines.joined(separator: "\n"), to: "rows.jsonl")
        return try sample(10, seed: 1)
    }

    private func sample(_ limit: Int, seed: Int) throws -> SeedRows {
        try SeedRows("\(workspace.folder)/rows.jsonl", field: "t", atMost: limit, seed: Seed(UInt64(seed)))
    }

    @Test func `A sample stays in order, depends on the seed alone, and takes every row alike`() throws {
        _ = try rows((0..<20).map { "{\"t\": \"\($0)\"}" })
        var counts = [Int](repeating: 0, count: 20)
        for seed in 0..<200 {
            let texts = try sample(5, seed: seed).texts.compactMap(Int.init)
            #expect(texts.count == 5)
            #expect(texts == texts.sorted())
            for text in texts { counts[text] += 1 }
        }
        #expect(try sample(5, seed: 3) == sample(5, seed: 3))
        #expect(counts.allSatisfy { (25...78).contains($0) }, "Each 50 times, give or take four deviations: \(counts)")
    }

    @Test func `A long row is cut, an empty one is counted`() throws {
        let long = String(repeating: "ab ", count: 3_000)
        let rows = try rows(["{\"t\": \"\(long)\"}", "", "{\"t\": \" \"}"])
        #expect(rows.texts.map(\.count) == [SeedRows.longestText + 4])
        #expect(rows.empty == 1)
    }

    @Test(arguments: ["{\"t\": 7}", "{\"u\": \"a\"}", "[]", "{\"t\": "])
    func `A line without the field is named`(line: String) throws {
        let error = try #require(throws: EtudeError.self) { try rows(["{\"t\": \"a\"}", line]) }
        #expect(error.code == .data)
        #expect(error.place?.line == 2)
    }
}
