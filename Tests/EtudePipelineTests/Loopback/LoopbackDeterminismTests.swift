import EtudeCore
import EtudePipeline
import EtudePublish
import EtudeTesting
import Testing

/// Runs against a server whose answers follow from the request alone come out alike, however many requests are in flight.
@Suite struct LoopbackDeterminismTests {
    struct Outcome: Sendable {
        let release: ReleaseFingerprint
        let log: RequestLog
        let reasons: Set<String>
    }

    @Test(arguments: ["uniform", "balanced"])
    func `concurrency changes neither the release nor the set of requests`(strategy: String) async throws {
        let alone = try await outcome(strategy, concurrency: 1)
        for concurrency in [3, 64] {
            let other = try await outcome(strategy, concurrency: concurrency)
            #expect(other.release == alone.release)
            #expect(other.log.bodies == alone.log.bodies)
            #expect(other.log.repeated == 0)
        }
        #expect(alone.log.repeated == 0)
        #expect(alone.release.rows(in: "data") == 60)
        #expect(alone.release.rows(in: "sets") == 10)
        #expect(alone.release.rows(in: "rejected") > 10)
        #expect(alone.reasons.isSuperset(of: ["empty", "marks"]))
        let drafts = try alone.log.bodies.filter { $0["response_format"] == nil }.map(Self.draft)
        let bad = drafts.count { $0.isEmpty || $0.contains(PureAnswers.flaw) }
        #expect((3 * bad - drafts.count).magnitude < drafts.count / 4, "A third of the drafts is bad.")
    }

    @Test(arguments: ["uniform", "balanced"])
    func `the built-in teacher writes the same release at any concurrency`(strategy: String) async throws {
        var releases: [ReleaseFingerprint] = []
        for concurrency in [1, 64] {
            let workspace = try PipelineWorkspace(pipeline(.builtIn, strategy, concurrency))
            #expect(try await workspace.run().ending == .complete)
            releases.append(try workspace.release())
        }
        #expect(releases[0] == releases[1])
        #expect(releases[0].rows(in: "data") == 60)
    }

    /// A whole run against a server of its own.
    private func outcome(_ strategy: String, concurrency: Int) async throws -> Outcome {
        let answers = PureAnswers()
        return try await LoopbackChatServer.run(answering: answers.reply) { server, baseURL in
            let workspace = try PipelineWorkspace(pipeline(.server(baseURL), strategy, concurrency))
            let report = try await workspace.run()
            #expect(report.ending == .complete)
            return Outcome(
                release: try workspace.release(),
                log: RequestLog(await server.requests),
                reasons: Set(report.cells.flatMap(\.books.rejected.keys))
            )
        }
    }

    private func pipeline(_ models: SmallPipeline.Models, _ strategy: String, _ concurrency: Int) -> SmallPipeline {
        var pipeline = SmallPipeline(models)
        pipeline.strategy = strategy
        pipeline.teacherConcurrency = concurrency
        pipeline.judgeConcurrency = concurrency
        return pipeline
    }

    /// What the server answers to a teacher's request.
    private static func draft(for body: JSONValue) throws -> String {
        let request = ReceivedRequest(path: "", body: body)
        let reply = try JSONParser.parse(PureAnswers().reply(to: request, number: 0).body)
        return try #require(reply["choices"]?.array?.first?["message"]?["content"]?.string)
    }
}
