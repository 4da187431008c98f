import EtudeCore
import EtudeIngest
import Testing

@testable import EtudePipeline

@Suite struct ResolvedPipelineTests {
    private static let source = """
        version: 1
        name: tiny
        seed: 7
        holdout: { skills: { categories: [logic] }, combinations: { of: 2, fraction: 0.1 } }
        splits: { train: { skills: train, topics: train, k: { 2: 3, 10: 1 } } }
        sets: { d2: { split: train, k: [2], rows: 2 } }
        models: { teacher: { provider: builtin }, judge: { provider: openai, model: "a: b", extra: { top_p: 0.5 } } }
        """

    @Test func `the resolved file decodes to the same pipeline`() throws {
        let spec = try PipelineSpec(source: Self.source, file: "tiny.yaml")
        let text = YAMLWriter.text(of: spec.resolved)
        let again = try PipelineSpec(source: text, file: "resolved.yaml")
        #expect(again.resolved == spec.resolved)
        #expect(YAMLWriter.text(of: again.resolved) == text)
    }

    @Test func `a setting of the command line replaces one of the file`() throws {
        let spec = try PipelineSpec(
            source: Self.source,
            file: "tiny.yaml",
            overrides: ["splits.train.k.2=5", "seed=9"]
        )
        #expect(spec.seed == 9)
        #expect(spec.splits.first?.rows.first?.rows == 5)
    }
}
