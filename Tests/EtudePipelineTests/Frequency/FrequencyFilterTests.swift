import EtudeCore
import EtudeJudge
import EtudeSample
import EtudePublish
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct FrequencyFilterTests {
    private let folder: FileFolder

    init() throws {
        folder = try FileFolder()
        try folder.write(SmallPipeline(.builtIn).text(output: folder("Output")), to: "pipeline.yaml")
    }

    private func plan(_ overrides: String...) throws -> PipelinePlan {
        try PipelinePlan.resolve(try PipelineSpec.read(file: folder("pipeline.yaml"), overrides: overrides))
    }

    private let filter = "catalog.frequency={ file: frequency.json, drop_above: 0.05 }"

    /// Writes a report of 1000 documents on the shipped catalog.
    private func report(_ counts: [String: Int], without: String? = nil) throws {
        let plan = try plan()
        func entries(_ ids: [String]) -> JSONValue {
            .array(
                ids.filter { $0 != without }.map {
                    [
                        "id": .string($0), "documents": .int(counts[$0, default: 7]),
                        "occurrences": .int(counts[$0, default: 7]),
                    ]
                }
            )
        }
        let json: JSONValue = [
            "version": 1,
            "catalog": .string(NamedEntries.digest(plan.catalog.skills, plan.catalog.topics)),
            "documents": 1000,
            "bytes": 5,
            "skills": entries(plan.catalog.skills.map(\.id) + ["of-another-catalog"]),
            "topics": entries(plan.catalog.topics.map(\.id)),
        ]
        try folder.write(json.canonicalText, to: "frequency.json")
    }

    @Test func `What is named as often as the limit, or more, is dropped before the division, and said`() throws {
        let before = try plan()
        try report(["metaphor": 50, "simile": 49, "sewing": 312, "of-another-catalog": 900])
        let plan = try plan(filter)
        #expect(plan.catalog.skills.count == before.catalog.skills.count - 1)
        #expect(plan.catalog.topics.count == before.catalog.topics.count - 1)
        #expect(plan.catalog.skill("metaphor") == nil && plan.catalog.topic("sewing") == nil)
        #expect(plan.division.side(ofSkill: "metaphor") == nil)
        let said = plan.diagnostics.filter { $0.rule == "too-common" }.map(\.message)
        #expect(said.count == 2)
        #expect(said[0].contains(#"The skill "metaphor" is dropped: 5.0% of 1000 documents name it"#))
        #expect(said[1].contains(#"The topic "sewing" is dropped: 31.2% of 1000 documents"#))
        #expect(!plan.diagnostics.contains { $0.rule == "frequency-names" })
        let record = try #require(plan.frequency)
        #expect(record.dropped.map(\.id) == ["metaphor", "sewing"])
        #expect(try FrequencyRecord(json: record.json) == record)
    }

    @Test func `The plan's hash follows from the report and the limit, and the release's pipeline file has both`()
        throws
    {
        let before = try plan()
        try report(["metaphor": 50])
        let plan = try plan(filter)
        #expect(plan.hash != before.hash)
        #expect(try self.plan(filter).hash == plan.hash)
        #expect(try self.plan(filter, "catalog.frequency.drop_above=0.04").hash != plan.hash)
        let again = try PipelineSpec(source: plan.resolvedText, file: "pipeline.yaml")
        #expect(again.catalog.frequency == plan.spec.catalog.frequency)
        try report(["metaphor": 51])
        #expect(try self.plan(filter).hash != plan.hash)
    }

    @Test func `A report on other names is noted`() throws {
        try report([:])
        let text = try folder.read("frequency.json")
        let digest = try #require(try JSONParser.parse(text)["catalog"]?.string)
        try folder.write(text.replacing(digest, with: String(repeating: "0", count: 64)), to: "frequency.json")
        #expect(try plan(filter).diagnostics.contains { $0.rule == "frequency-names" })
    }

    @Test func `A report on another catalog, of nothing, or none is refused`() throws {
        try report([:], without: "simile")
        let other = try #require(throws: EtudeError.self) { try plan(filter) }
        #expect(other.code == .config)
        #expect(other.message.hasPrefix(#"The report was made for another catalog: it does not count "simile"."#))
        #expect(other.place?.key == "catalog.frequency.file")
        try report([:])
        try folder.write(
            try folder.read("frequency.json").replacing("1000", with: "0").replacing(#":7"#, with: ":0"),
            to: "frequency.json"
        )
        #expect(try #require(throws: EtudeError.self) { try plan(filter) }.message.contains("counts no document"))
        try folder.write("{}", to: "frequency.json")
        #expect(try #require(throws: EtudeError.self) { try plan(filter) }.code == .data)
        let missing = try #require(throws: EtudeError.self) {
            try plan("catalog.frequency={ file: none.json }")
        }
        #expect(missing.code == .config)
    }

    @Test func `Where too little is left, the plan is refused as ever`() throws {
        let catalog = try plan().catalog
        for kept in [0, 2] {
            try report(
                Dictionary(uniqueKeysWithValues: catalog.skills.dropFirst(kept).map { ($0.id, 60) })
            )
            #expect(try #require(throws: EtudeError.self) { try plan(filter) }.code == .config)
        }
    }

    @Test(arguments: [
        ("{ drop_above: 0.1 }", "file"), ("{ file: a.json, drop_above: 0 }", "drop_above"),
        ("{ file: a.json, drop_above: 1.5 }", "drop_above"), ("{ file: a.json, above: 1 }", "above"),
    ])
    func `Settings that cannot be are refused with their place`(block: String, key: String) throws {
        let error = try #require(throws: EtudeError.self) { try plan("catalog.frequency=\(block)") }
        #expect(error.code == .config)
        #expect(error.place?.key == "catalog.frequency.\(key)")
    }

    @Test func `The bound of what may be memory follows from the report`() throws {
        try report(["metaphor": 500])
        #expect(try plan().noveltyBound() == nil)
        let block = "evaluate={ frequency: { file: frequency.json, texts: 1e6 } }"
        let bound = try #require(try plan(block, filter).noveltyBound())
        #expect(abs(bound.skillFrequency - 0.007) < 1e-12)
        #expect(abs(bound.topicFrequency - 0.007) < 1e-12)
        #expect(bound.texts == 1e6)
        let whole = try #require(try plan("evaluate={ frequency: { file: frequency.json } }").noveltyBound())
        let skills = try plan().catalog.skills.count
        #expect(abs(whole.skillFrequency - (0.007 + 0.493 / Double(skills))) < 1e-12)
        #expect(whole.texts == 1000)
        let read = try NoveltyBound.reading("file=\(folder("frequency.json")),texts=5000")
        #expect(read.texts == 5000)
        #expect(abs(read.skillFrequency - (0.007 + 0.493 / Double(skills + 1))) < 1e-12 + 0.0001)
        #expect(try NoveltyBound.reading("skill=0.1,topic=0.2,texts=3").texts == 3)
        #expect(throws: EtudeError.self) { try NoveltyBound.reading("file=\(folder("frequency.json")),texts=many") }
        try report(Dictionary(uniqueKeysWithValues: try plan().catalog.topics.map { ($0.id, 0) }))
        let error = try #require(throws: EtudeError.self) { try plan(block).noveltyBound() }
        #expect(error.message.hasPrefix("No topic is named in the corpus"))
    }
}
