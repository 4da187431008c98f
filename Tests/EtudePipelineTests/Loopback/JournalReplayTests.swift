import EtudeCore
import EtudePipeline
import EtudeTesting
import Testing

/// What a server has answered is replayed from the exported journal, without the server.
@Suite struct JournalReplayTests {
    @Test(arguments: ["answers.jsonl", "answers.jsonl.gz"])
    func `an exported journal serves as a recording, and makes the same rows`(file: String) async throws {
        let served = try await LoopbackChatServer.run(answering: PureAnswers().reply) { _, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            #expect(try await workspace.run().ending == .complete)
            return workspace
        }
        let path = "\(served.folder)/\(file)"
        let spec = try PipelineSpec.read(file: served.pipeline, overrides: [])
        #expect(try PipelineJournal(spec).export(to: path) == nil)
        let replayed = try PipelineWorkspace(SmallPipeline(.builtIn))
        let models = ["teacher", "judge"].map {
            "models.\($0)={ provider: replay, id: openai/\($0), answers: \(path) }"
        }
        let replay = try PipelineSpec.read(file: replayed.pipeline, overrides: models, allowsOutside: true)
        #expect(try await PipelineRun(plan: try .resolve(replay)).run().ending == .complete)
        let (first, second) = (try served.release(), try replayed.release())
        #expect(first.uncompressed == second.uncompressed)
        #expect(second.rows(in: "data") == 60)
    }
}
