import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct ExtractSpecTests {
    private static func spec(_ extract: String) throws -> ExtractSpec? {
        try PipelineSpec(
            source: """
                version: 1
                name: tiny
                seed: 7
                splits: { train: { k: { 2: 3 } } }
                models:
                  teacher: { provider: builtin }
                  judge: { provider: builtin }
                  other: { provider: openai, model: m, base_url: "http://127.0.0.1:9/v1" }
                extract: \(extract)
                """,
            file: "tiny.yaml"
        ).extract
    }

    @Test func `Every way has its defaults`() throws {
        let spec = try #require(
            try Self.spec(
                "{ model: other, instructions: {}, dataset: { file: a.jsonl }, subjects: { names: [chess] } }"
            )
        )
        #expect(spec.instructions == ExtractSpec.Instructions())
        #expect(spec.instructions?.topics == .asked(20))
        #expect(spec.dataset == ExtractSpec.Dataset(file: "a.jsonl"))
        #expect(spec.subjects == ExtractSpec.Subjects(names: ["chess"]))
    }

    @Test func `Topics are counted or named`() throws {
        #expect(try Self.spec("{ model: other, instructions: { topics: 7 } }")?.instructions?.topics == .asked(7))
        let named = try Self.spec("{ model: other, instructions: { topics: [tea, board_games] } }")
        #expect(named?.instructions?.topics == .given(["tea", "board games"]))
    }

    @Test(arguments: [
        ("{ model: teacher, instructions: {} }", "extract.model"), ("{ instructions: {} }", "extract.model"),
        ("{ model: other }", "extract"),
        ("{ model: other, instructions: { topics: 0 } }", "extract.instructions.topics"),
        ("{ model: other, instructions: { topics: [] } }", "extract.instructions.topics"),
        ("{ model: other, instructions: { topics: [tea, Tea, tea] } }", "extract.instructions.topics"),
        ("{ model: other, subjects: {} }", "extract.subjects"), ("{ model: other, dataset: {} }", "extract.dataset"),
        ("{ model: other, subjects: { names: [\"a\\nb\"] } }", "extract.subjects.names"),
        ("{ model: other, dataset: { file: a, row: 3 } }", "extract.dataset.row"),
    ])
    func `A mistake is refused at its key`(extract: String, key: String) throws {
        let error = try #require(throws: EtudeError.self) { try Self.spec(extract) }
        #expect(error.code == .config)
        #expect(error.place?.key == key)
    }

    @Test func `A plan does not depend on it`() throws {
        func hash(_ extract: String) throws -> String {
            let workspace = try ExtractionWorkspace(extract: extract)
            return try workspace.plan(["output.directory=out"]).hash
        }
        #expect(
            try hash("{ model: proposer, instructions: {} }") == hash("{ model: proposer, subjects: { names: [a] } }")
        )
    }
}
