import EtudeCore
import EtudePublish
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct ReleaseQuestionTests {
    private let made: EvaluationWorkspace
    private let release: String
    private let rows: [Row]

    init() async throws {
        made = try EvaluationWorkspace(evaluate: "{}")
        let report = try await PipelineRun(plan: try made.plan()).run()
        try #require(report.ending == .complete)
        release = "\(made.workspace.output)/current"
        let reader = try ReleaseReader(release)
        var rows: [Row] = []
        try reader.rows(of: try reader.manifest().shards) { row, _, _ in rows.append(row) }
        self.rows = rows
    }

    private func questions(split: String? = nil, k: [Int]? = nil, combinations: Int = 100) throws -> QuestionSet {
        try ReleaseQuestions(release, split: split, for: try made.plan().spec).questions(k: k, combinations: combinations)
    }

    @Test func `The reserved requests are asked as they stand`() throws {
        let reserved = rows.filter { $0.split == "evaluation" }
        let set = try questions()
        #expect(set.cells.map(\.k) == [2, 3])
        #expect(set.cells.flatMap(\.questions).map(\.prompt) == reserved.map(\.prompt))
        #expect(set.cells.flatMap(\.questions).map { $0.assignment.skills.map(\.id) } == reserved.map(\.skills))
        #expect(set.cells.flatMap(\.questions).map(\.assignment.topic.id) == reserved.map(\.topic))
        #expect(set.hasMarkers)
        let fewer = try questions(k: [3], combinations: 2)
        #expect(fewer.cells.map(\.questions.count) == [2])
        #expect(fewer.cells[0].questions.map(\.prompt) == reserved.filter { $0.k == 3 }.prefix(2).map(\.prompt))
    }

    @Test func `The share of seen pairs is that of a count by hand`() throws {
        func pairs(_ row: Row) -> [Set<String>] {
            row.skills.indices.flatMap { first in row.skills[(first + 1)...].map { [row.skills[first], $0] } }
        }
        let trained = Set(rows.filter { $0.split == "train" }.flatMap(pairs))
        for seen in try questions().seenPairs {
            let asked = Set(rows.filter { $0.split == "evaluation" && $0.k == seen.k }.flatMap(pairs))
            #expect(seen.asked == asked.count)
            #expect(seen.seen == asked.intersection(trained).count)
        }
        #expect(SeenPairs(setting: "a", k: 1, asked: 0, seen: 0).share == nil)
        #expect(SeenPairs(setting: "a", k: 2, asked: 4, seen: 1).share == 0.25)
    }

    @Test func `What training rows hold is refused by name`() throws {
        let error = try #require(throws: EtudeError.self) { try questions(split: "train", k: [2]) }
        #expect(error.code == .data)
        let row = try #require(rows.first { $0.split == "train" && $0.k == 2 })
        #expect(error.message.contains(row.topic))
        #expect(row.skills.allSatisfy(error.message.contains))
        #expect(error.place?.line == 1)
    }

    @Test func `A split or a k that is not there is named with those that are`() throws {
        let split = try #require(throws: EtudeError.self) { try questions(split: "heldout") }
        #expect(split.code == .usage)
        #expect(split.message.contains("train, evaluation"))
        let k = try #require(throws: EtudeError.self) { try questions(k: [5]) }
        #expect(k.code == .usage)
        #expect(k.message.contains("2, 3"))
    }
}
