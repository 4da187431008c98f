import EtudeCore
import EtudeIngest
import EtudePublish
import Testing

@testable import EtudePipeline

/// The key `catalog` of a pipeline file.
@Suite struct CatalogSpecTests {
    private static func spec(_ catalog: String, file: String = "spec.yaml") throws -> PipelineSpec {
        let source = """
            version: 1
            name: spec
            seed: 5
            catalog: \(catalog)
            splits: { train: { k: { 1: 2 } } }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            """
        return try PipelineSpec(source: source, file: file)
    }

    @Test(arguments: [
        ("{}", ["shipped"]), ("{ skills: shipped }", ["shipped"]), ("{ skills: a.yaml }", ["a.yaml"]),
        ("{ skills: { file: a.csv } }", ["a.csv"]),
        ("{ skills: [a.yaml, shipped, { file: b.rdf, as: skos }] }", ["a.yaml", "shipped", "b.rdf"]),
    ])
    func `sources are a word, a mapping or a list of both`(catalog: String, files: [String]) throws {
        #expect(try Self.spec(catalog).catalog.skills.map(\.file) == files)
    }

    @Test func `a source says all that is to be known of its reading, and is read back as it was`() throws {
        let spec = try Self.spec(
            """
            { skills: [shipped, { file: s.csv, as: csv, map: { name: Skill, category: "Art, Kind" }, entries: a.b, language: de,
            where: { status: [keep, ok], k: "1" }, defaults: { category: logic }, license: CC0-1.0, retrieved: "today: by hand" }],
            topics: t.txt, unreviewed: allow }
            """
        )
        let settings = try #require(spec.catalog.skills.last?.settings)
        #expect(settings.kind == .csv)
        #expect(settings.map == ["name": "Skill", "category": "Art, Kind"])
        #expect(settings.entries == "a.b" && settings.language == "de")
        #expect(settings.filters == ["status": ["keep", "ok"], "k": ["1"]])
        #expect(settings.defaults == ["category": "logic"])
        #expect(settings.license == "CC0-1.0" && settings.retrieved == "today: by hand")
        let again = try PipelineSpec(source: YAMLWriter.text(of: spec.resolved), file: "again.yaml")
        #expect(again.catalog.skills == spec.catalog.skills && again.catalog.topics == spec.catalog.topics)
        #expect(again.catalog.allowsUnreviewed)
    }

    @Test func `the resolved form of a word is the word`() throws {
        let catalog = try Self.spec("{ skills: shipped, topics: [t.txt] }").catalog
        #expect(catalog.resolved == ["skills": "shipped", "topics": "t.txt"])
    }

    @Test(arguments: [
        ("{ skils: a }", "catalog.skils", "did you mean `skills`?"),
        ("{ skills: [] }", "catalog.skills", "At least one"),
        ("{ skills: '' }", "catalog.skills", "A file"),
        ("{ skills: { as: csv } }", "catalog.skills.file", "needs a `file`"),
        ("{ skills: [{ file: a, as: cvs }] }", "catalog.skills[0].as", "did you mean `csv`?"),
        ("{ skills: [a, { file: b, maps: {} }] }", "catalog.skills[1].maps", "did you mean `map`?"),
        ("{ skills: [[a]] }", "catalog.skills[0]", "Keys with values"),
        ("{ topics: { file: a, where: [x] } }", "catalog.topics.where", "Keys with values"),
        ("{ topics: { file: shipped, as: yaml } }", "catalog.topics.file", "`shipped` alone"),
        ("{ unreviewed: yes }", "catalog.unreviewed", "`refuse` or `allow`"),
    ])
    func `what it cannot be is refused at its key`(catalog: String, key: String, words: String) throws {
        let error = try #require(throws: EtudeError.self) { try Self.spec(catalog) }
        #expect(error.code == .config)
        #expect(error.place?.key == key)
        #expect(error.message.contains(words), "\(error)")
    }

    @Test func `a field that there is not is refused at the key of its sources`() throws {
        let folder = try FileFolder()
        try folder.write("Skill\nirony\n", to: "a.csv")
        let error = try #require(throws: EtudeError.self) {
            try PipelinePlan.resolve(
                Self.spec("{ skills: { file: a.csv, map: { naem: Skill } } }", file: folder("p.yaml"))
            )
        }
        #expect(error.code == .config && error.place?.key == "catalog.skills")
        #expect(error.message.contains("did you mean `name`?"))
    }

    @Test func `sources are merged in order, and the plan says what became of them`() throws {
        let folder = try FileFolder()
        try folder.write(
            "- { name: irony, definition: A. }\n- { name: pun, definition: B., license: MIT }",
            to: "a.yaml"
        )
        try folder.write("Skill,What,Kind\nIronies,C.,rhetorical\nzeugma,D.,rhetorical\nx,E.,other\n", to: "b.csv")
        let source = """
            { skills: [a.yaml, { file: b.csv, map: { name: Skill, definition: What, category: Kind }, where: { Kind: rhetorical },
            license: CC0-1.0, retrieved: today }] }
            """
        let plan = try PipelinePlan.resolve(Self.spec(source, file: folder("p.yaml")))
        #expect(plan.catalog.skills.map(\.id) == ["irony", "pun", "zeugma"])
        #expect(plan.catalog.skills.map(\.definition) == ["A.", "B.", "D."])
        #expect(plan.catalog.skills.map(\.license) == ["CC0-1.0", "MIT", "CC0-1.0"])
        #expect(plan.catalog.skills.map(\.origin) == ["a.yaml:1", "a.yaml:2", "b.csv:3, retrieved today"])
        #expect(plan.sources.map(\.name) == ["a.yaml", "b.csv", "shipped"])
        let second = plan.sources[1]
        #expect(second.kind == "csv" && second.entries == 3 && second.merged == 1 && second.retrieved == "today")
        #expect(second.skipped.map(\.entries) == [1])
        #expect(second.licenses == [SourceRecord.Share(text: "CC0-1.0", entries: 1)])
        #expect(second.origins == [SourceRecord.Share(text: "b.csv, retrieved today", entries: 1)])
        let bytes = Array("Skill,What,Kind\nIronies,C.,rhetorical\nzeugma,D.,rhetorical\nx,E.,other\n".utf8)
        #expect(second.sha256 == SHA256.digest(of: bytes).hex)
        #expect(
            plan.sources[2].licenses == [SourceRecord.Share(text: "Apache-2.0", entries: plan.catalog.topics.count)]
        )
        #expect(plan.sources[2].sha256.isEmpty && plan.sources[2].origins.isEmpty)
        let rules = Set(plan.diagnostics.map(\.rule))
        #expect(rules.isSuperset(of: ["merged-entries", "skipped-entries", "other-definition"]))
    }

    @Test func `what a model proposed and nobody reviewed is refused, unless it is allowed`() throws {
        let folder = try FileFolder()
        try folder.write(
            "- { name: irony, definition: A. }\n- { name: pun, definition: B., proposed: true }",
            to: "a.yaml"
        )
        let error = try #require(throws: EtudeError.self) {
            try PipelinePlan.resolve(Self.spec("{ skills: a.yaml }", file: folder("p.yaml")))
        }
        #expect(error.code == .config)
        #expect(error.place?.line == 2)
        #expect(error.message.contains("\"pun\"") && error.message.contains("unreviewed: allow"))
        let plan = try PipelinePlan.resolve(Self.spec("{ skills: a.yaml, unreviewed: allow }", file: folder("p.yaml")))
        #expect(plan.sources.first?.unreviewed == 1)
    }

    @Test func `a skill without a definition is refused with its place`() throws {
        let folder = try FileFolder()
        try folder.write("1. time_management\n2. critical_thinking\n", to: "a.txt")
        let error = try #require(throws: EtudeError.self) {
            try PipelinePlan.resolve(Self.spec("{ skills: a.txt }", file: folder("p.yaml")))
        }
        #expect(error.code == .data)
        #expect(error.place?.line == 1 && error.message.contains("`definition`"))
    }
}
