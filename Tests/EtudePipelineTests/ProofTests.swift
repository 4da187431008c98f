import EtudeCore
import EtudePublish
import Foundation
import Testing

@testable import EtudePipeline

/// The proofs of `Scripts/proofs.sh` at a size that takes seconds.
@Suite struct ProofTests {
    private static let source = """
        version: 1
        name: proof
        seed: 5
        holdout:
          skills: { categories: [reasoning, logic, theory-of-mind, pragmatics, common-sense, physical-knowledge] }
          topics: { fraction: 0.5 }
        splits: { train: { skills: train, topics: train, k: { 3: 200 } } }
        sampling: { strategy: uniform }
        models: { teacher: { provider: builtin }, judge: { provider: builtin } }
        generate: { attempts: 1, candidates: 2 }
        """

    @Test func `at most one in twenty of the built-in teacher's texts at k = 3 is a near duplicate`() async throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "etude-proof-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let spec = try PipelineSpec(source: Self.source, file: "proof.yaml", overrides: ["output.directory=\(output)"])
        let report = try await PipelineRun(plan: try PipelinePlan.resolve(spec)).run()
        let books = try #require(report.cells.first?.books)
        print("proof: \(books.accepted) rows here, 10000 in `make proofs`; \(books.nearDuplicates) near duplicates")
        #expect(books.accepted == 200)
        #expect(books.nearDuplicates * 20 <= books.candidates)
    }
}
