import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct AuditPoolTests {
    @Test(arguments: [
        (["a": 10, "b": 20], 100, ["a": 10, "b": 20]), (["a": 500, "b": 500], 10, ["a": 5, "b": 5]),
        (["a": 970, "b": 20, "c": 10], 10, ["a": 8, "b": 1, "c": 1]),
        (["a": 900, "b": 60, "c": 40], 2, ["a": 2, "b": 0, "c": 0]),
        (["a": 334, "b": 333, "c": 333], 100, ["a": 34, "b": 33, "c": 33]), (["a": 5, "b": 0], 3, ["a": 3]),
    ])
    func `A sample is shared out by size, at least one of each cell where there is room`(
        rows: [String: Int],
        count: Int,
        expected: [String: Int]
    ) {
        #expect(AuditPool.quotas(rows, count: count) == expected)
    }

    @Test func `Quotas are never more than asked or than there is`() {
        var generator = SeededGenerator(seed: Seed(3))
        for _ in 0..<500 {
            let cells = 1 + generator.below(12)
            let rows = Dictionary(uniqueKeysWithValues: (0..<cells).map { ("cell \($0)", generator.below(200)) })
            let count = 1 + generator.below(150)
            let quotas = AuditPool.quotas(rows, count: count)
            #expect(quotas.values.reduce(0, +) == min(count, rows.values.reduce(0, +)))
            for (cell, quota) in quotas { #expect(quota <= rows[cell] ?? 0) }
        }
    }

    @Test func `The draw follows from the seed, whatever the order of the rows, and spreads over the skills`() {
        let rows = (0..<400).map { number in
            AuditRows.row(id: "r\(number)", skills: number < 300 ? ["common"] : ["rare \(number % 10)"])
        }
        func drawn(_ rows: [Row], seed: UInt64) -> [String] {
            var pool = AuditPool(quotas: ["train/k1": 22], seed: Seed(seed))
            for row in rows { pool.offer(row, of: "train/k1") }
            return pool.drawn().map(\.id)
        }
        let first = drawn(rows, seed: 1)
        #expect(first.count == 22)
        #expect(Set(first).count == 22)
        #expect(drawn(rows.reversed(), seed: 1) == first)
        #expect(drawn(rows, seed: 2) != first)
        // Eleven skills are in the release, and each is about as often in the sample.
        let common = first.count { Int($0.dropFirst()) ?? 0 < 300 }
        #expect((1...4).contains(common))
    }
}

/// Rows for audits.
enum AuditRows {
    static func row(id: String, skills: [String]) -> Row {
        Row(
            id: id,
            release: 1,
            split: "train",
            k: skills.count,
            skills: skills,
            skillNames: skills,
            skillCategories: skills,
            topic: "sewing",
            messages: [],
            prompt: [],
            completion: [],
            text: "A text.",
            explanation: "",
            marks: [],
            teacher: "t",
            judges: ["j"],
            planIndex: 0,
            seed: "",
            promptSHA256: "",
            finishReason: "stop"
        )
    }
}
