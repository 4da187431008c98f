import EtudePipeline
import EtudeTesting

/// What runs of the small pipeline come to when nothing disturbs them.
enum Undisturbed {
    /// A release, and what the server was asked for it.
    struct Outcome: Sendable {
        let release: ReleaseFingerprint
        let log: RequestLog
    }

    /// A run against the loopback server.
    static let server = Task {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let release = try await release(of: SmallPipeline(.server(baseURL)))
            return Outcome(release: release, log: RequestLog(await server.requests))
        }
    }

    /// The release of a pipeline.
    static func release(of pipeline: SmallPipeline) async throws -> ReleaseFingerprint {
        let workspace = try PipelineWorkspace(pipeline)
        _ = try await PipelineRun(plan: try .resolve(try .read(file: workspace.pipeline))).run()
        return try workspace.release()
    }
}
