import Foundation
import Testing

struct RandomPipelineTests {
    @Test(.needsPython) func `Releases of random pipelines verify, and the second verifier agrees`() throws {
        let count = ProcessInfo.processInfo.environment["ETUDE_PIPELINES"] ?? "6"
        let tool = try Tool.products.appending(path: "etude").path
        let proof = try SecondVerifier.run(["\(Tool.project)/Scripts/verify_proof.py", tool, count])
        #expect(proof.code == 0, "\(proof.output)")
        #expect(proof.output == "\(count) of \(count) random pipelines published; 0 went wrong.\n")
    }
}
