import EtudeCore
import EtudePublish
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct OutputSpecTests {
    private func spec(_ output: String) throws -> PipelineSpec {
        let source = """
            version: 1
            name: small
            seed: 1
            splits: { train: { skills: train, topics: train, k: { 1: 2 } } }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            output: { \(output) }
            """
        return try PipelineSpec(source: source, file: "small.yaml")
    }

    @Test func `Shards follow the limits of the file, which are not part of the plan but for the rows`() throws {
        let plain = try spec("rows_per_shard: 5")
        #expect(plain.output.layout == ShardLayout(rows: 5))
        let limited = try spec("rows_per_shard: 5, bytes_per_shard: 1000000, gzip_level: 9")
        #expect(limited.output.layout == ShardLayout(rows: 5, bytes: 1_000_000, level: 9))
        #expect(limited.resolved == plain.resolved)
    }

    @Test(arguments: [
        ("bytes_per_shard: 0", "output.bytes_per_shard"), ("gzip_level: 0", "output.gzip_level"),
        ("gzip_level: 13", "output.gzip_level"), ("gzip_level: fast", "output.gzip_level"),
    ])
    func `A limit out of bounds is named`(output: String, key: String) {
        let error = #expect(throws: EtudeError.self) { try spec(output) }
        #expect(error?.code == .config)
        #expect(error?.description.contains(key) == true, "\(error?.description ?? "")")
    }
}
