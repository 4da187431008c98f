import EtudeCore
import EtudeIngest
import EtudeSample
import Testing

@testable import EtudePipeline

/// The skills of the shipped catalog that are kin across the quickstart's division, and the key `holdout.skills.families`.
@Suite struct HoldoutKinTests {
    private static let project = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

    private static func quickstart(_ overrides: [String] = []) throws -> PipelineSpec {
        try PipelineSpec.read(file: "\(project)/Pipelines/quickstart.yaml", overrides: overrides)
    }

    private static let together = ["holdout.skills.families=together"]

    @Test func `the quickstart's division parts a dozen kin, and they are named`() throws {
        let plan = try PipelinePlan.resolve(Self.quickstart())
        let named = Set(plan.division.kinApart.map { Set([$0.first, $0.second]) })
        let expected: [Set<String>] = [
            ["complex-question", "presupposition"], ["dramatic-irony", "false-belief"],
            ["analogy", "analogical-reasoning"], ["verbal-irony", "sarcasm"],
            ["verbal-irony", "conversational-implicature"], ["accident-fallacy", "statistical-syllogism"],
            ["hasty-generalization", "inductive-generalization"], ["false-dilemma", "disjunctive-syllogism"],
            ["slippery-slope", "causal-reasoning"],
        ]
        for pair in expected { #expect(named.contains(pair), "\(pair.sorted())") }
        let warnings = plan.diagnostics.filter { $0.rule == "holdout-kin" }
        #expect(warnings.count == named.count)
        #expect((expected.count...25).contains(named.count), "\(named.map { $0.sorted() })")
    }

    @Test func `kept together, no skill of a held-out category has kin in training`() throws {
        let plan = try PipelinePlan.resolve(Self.quickstart(Self.together))
        let categories = Set(plan.spec.holdout.skills.categories)
        let asked = Set(plan.catalog.skills.filter { categories.contains($0.category) }.map(\.id))
        #expect(asked.isSubset(of: plan.division.heldOutSkills))
        #expect(plan.division.heldOutSkills.count > asked.count)
        for kin in plan.division.kinApart { #expect(asked.isDisjoint(with: [kin.first, kin.second]), "\(kin)") }
    }

    @Test func `families are in the plan's hash and in the release's pipeline file`() throws {
        let plan = try PipelinePlan.resolve(Self.quickstart())
        #expect(try PipelinePlan.resolve(Self.quickstart(["holdout.skills.families=apart"])).hash == plan.hash)
        let together = try PipelinePlan.resolve(Self.quickstart(Self.together))
        #expect(together.hash != plan.hash)
        #expect(together.spec.resolved != plan.spec.resolved)
        let again = try PipelineSpec(source: together.resolvedText, file: "pipeline.yaml")
        #expect(again.holdout.skills.families == .together)
        #expect(again.resolved == together.spec.resolved)
    }

    @Test(arguments: [
        ("holdout.skills.families=apar", "holdout.skills.families", "did you mean `apart`?"),
        ("holdout.topics.families=together", "holdout.topics.families", "families"),
    ])
    func `what it cannot be is refused at its key`(setting: String, key: String, words: String) throws {
        let error = try #require(throws: EtudeError.self) { try Self.quickstart([setting]) }
        #expect(error.code == .config)
        #expect(error.place?.key == key)
        #expect(error.message.contains(words), "\(error)")
    }

    @Test func `the inspection of a catalog names kin where it is asked to`() throws {
        let shipped = try SelectedCatalog(
            skills: [CatalogSource(word: "shipped")],
            topics: [CatalogSource(word: "shipped")]
        )
        let plain = CatalogInspection(shipped)
        let inspection = CatalogInspection(shipped, kin: true)
        let kin = inspection.diagnostics.filter { $0.rule == "kin" }
        #expect(plain.diagnostics.isEmpty && !inspection.hasErrors)
        let start = "\"analogical reasoning\" and \"analogy\" are kin: they are related"
        #expect(kin.contains { $0.message.hasPrefix(start) })
        #expect(kin.allSatisfy { $0.severity == .note && $0.place != nil })
    }
}
