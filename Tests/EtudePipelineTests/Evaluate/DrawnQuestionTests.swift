import EtudeCore
import EtudeSample
import Testing

@testable import EtudePipeline

@Suite struct DrawnQuestionTests {
    private static let resolved = Result { try EvaluationWorkspace(evaluate: "{}").plan() }
    private let plan: PipelinePlan

    init() throws {
        plan = try Self.resolved.get()
    }

    private func cells(_ settings: [SplitSide], _ k: [Int], _ combinations: Int) throws -> [EvaluationCell] {
        try DrawnQuestions(plan: plan).questions(settings, k: k, combinations: combinations).cells
    }

    private func sides(_ cell: EvaluationCell) -> (skills: Set<Side?>, topics: Set<Side?>) {
        let assignments = cell.questions.map(\.assignment)
        return (
            Set(assignments.flatMap { $0.skills.map { plan.division.side(ofSkill: $0.id) } }),
            Set(assignments.map { plan.division.side(ofTopic: $0.topic.id) })
        )
    }

    @Test func `Each setting draws from its sides, k by k`() throws {
        let cells = try cells([.train, .heldOut, .any], [2, 4], 40)
        #expect(cells.map(\.k) == [2, 2, 2, 4, 4, 4])
        #expect(cells.map(\.setting) == ["train", "held-out", "any", "train", "held-out", "any"])
        #expect(cells.allSatisfy { cell in cell.questions.allSatisfy { $0.assignment.k == cell.k } })
        for (cell, wanted) in zip(cells, [[Side.train], [.heldOut], [.train, .heldOut]] as [Set<Side?>]) {
            #expect(sides(cell).skills == wanted)
            #expect(sides(cell).topics == wanted)
        }
        #expect(
            cells[2].questions.contains {
                Set($0.assignment.skills.map { plan.division.side(ofSkill: $0.id) }).count == 1
            },
            "Any is not at least one of each side."
        )
    }

    @Test func `No combination comes twice, and train holds no closed pair`() throws {
        let cell = try #require(try cells([.train], [2], 300).first)
        let combinations = cell.questions.map {
            Combination(skills: $0.assignment.skills.map(\.id), topic: $0.assignment.topic.id).unordered
        }
        #expect(Set(combinations).count == 300)
        #expect(!plan.division.closed.isEmpty)
        #expect(combinations.allSatisfy { !plan.division.closed.contains($0.skills) })
    }

    @Test func `More combinations and other cells change no question that was there`() throws {
        let few = try #require(try cells([.heldOut], [3], 5).first)
        let many = try #require(
            try cells([.train, .heldOut], [2, 3], 50).first { $0.setting == "held-out" && $0.k == 3 }
        )
        #expect(few.questions.map(\.prompt) == many.questions.prefix(5).map(\.prompt))
        #expect(few.questions.map(\.seed) == many.questions.prefix(5).map(\.seed))
    }

    @Test func `The questions are not those of the training plan`() throws {
        let cell = try #require(try cells([.train], [3], 6).first)
        let drawn = Set(cell.questions.map { Set($0.assignment.skills.map(\.id)) })
        let trained = Set(
            try plan.firstCandidates(18).filter { $0.combination.skills.count == 3 }.map { Set($0.combination.skills) }
        )
        #expect(trained.count == 6)
        #expect(drawn.isDisjoint(with: trained))
    }

    @Test func `More than there is cannot be asked`() throws {
        let error = try #require(throws: EtudeError.self) { try cells([.train], [1], 1_000_000) }
        #expect(error.code == .config)
        #expect(error.place?.key == "evaluate")
        #expect(error.message.contains("`train/k1`"))
    }
}
