import EtudeCore
import EtudePublish
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct ReleaseQuestionTests {
    /// A release of a few rows with everything that stands in it.
    private struct Made {
        let workspace: EvaluationWorkspace
        let plan: PipelinePlan
        let rows: [Row]

        var release: String { "\(workspace.workspace.output)/current" }

        init() async throws {
            workspace = try EvaluationWorkspace(evaluate: "{}")
            plan = try workspace.plan()
            try #require(try await PipelineRun(plan: plan).run().ending == .complete)
            var rows: [Row] = []
            let reader = try ReleaseReader("\(workspace.workspace.output)/current")
            try reader.rows(of: try reader.manifest().shards) { row, _, _ in rows.append(row) }
            self.rows = rows
        }
    }

    private static let made = Task { try await Made() }
    private let made: Made
    private var rows: [Row] { made.rows }

    init() async throws {
        made = try await Self.made.value
    }

    private func questions(split: String? = nil, k: [Int]? = nil, combinations: Int = 100) throws -> QuestionSet {
        try ReleaseQuestions(made.release, split: split, for: made.plan.spec).questions(
            k: k,
            combinations: combinations
        )
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
            #expect(seen.pairs.trials == asked.count)
            #expect(seen.pairs.successes == asked.intersection(trained).count)
        }
    }

    @Test func `What training rows hold is refused by name`() throws {
        let error = try #require(throws: EtudeError.self) { try questions(split: "train", k: [2]) }
        #expect(error.code == .data)
        let row = try #require(rows.first { $0.split == "train" && $0.k == 2 })
        #expect(error.message.contains(row.topic))
        #expect(row.skills.allSatisfy { error.message.contains($0) })
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
