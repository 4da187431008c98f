import EtudePipeline
import EtudeTesting

extension PipelineWorkspace {
    /// Runs the pipeline in this process.
    func run() async throws -> RunReport {
        try await PipelineRun(plan: try .resolve(try .read(file: pipeline))).run()
    }
}
