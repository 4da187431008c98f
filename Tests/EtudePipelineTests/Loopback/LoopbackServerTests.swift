import EtudeCore
import EtudePipeline
import EtudePublish
import EtudeTesting
import Testing

/// Judges that pass little or nothing, and servers that fail for a while.
@Suite struct LoopbackServerTests {
    @Test func `a balanced split stays balanced although few drafts pass at the larger k`() async throws {
        let judge = ScriptedShares(shares: [3: 0.3, 4: 0.2, 5: 0.04])
        try await LoopbackChatServer.run(answering: judge.reply) { _, baseURL in
            let workspace = try Self.workspace(baseURL, rows: "{ 3: 20, 4: 15, 5: 8 }", candidates: 100)
            let report = try await workspace.run()
            #expect(report.ending == .complete)
            #expect(report.cells.map(\.books.accepted) == [20, 15, 8])
            var counts: [String: Int] = [:]
            let release = try ReleaseReader("\(workspace.output)/current")
            try release.rows(of: try release.manifest().shards) { row, _, _ in
                for skill in row.skills { counts[skill, default: 0] += 1 }
            }
            #expect(counts.count == 24)
            let (least, most) = (try #require(counts.values.min()), try #require(counts.values.max()))
            #expect(most - least <= 2)
        }
    }

    @Test(arguments: [(3, "exhausted"), (30, "hopeless")])
    func `a judge that passes nothing ends the run short, with nothing published`(
        candidates: Int,
        closing: String
    ) async throws {
        let judge = ScriptedShares(shares: [:])
        try await LoopbackChatServer.run(answering: judge.reply) { _, baseURL in
            let workspace = try Self.workspace(baseURL, rows: "{ 3: 8 }", candidates: candidates)
            let report = try await workspace.run()
            #expect(report.ending == .short)
            #expect(report.exitCode == .short)
            #expect(report.release == nil)
            #expect(try !workspace.hasRelease())
            #expect(report.cells.map(\.closing) == [closing])
        }
    }

    @Test func `a server that fails for a while is asked again`() async throws {
        let failures = 8
        try await LoopbackChatServer.run { request, number in
            guard number >= failures else { return ServerReply(status: 500, body: "The server is restarting.") }
            return PureAnswers().reply(to: request, number: number)
        } _: { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            #expect(try await workspace.run().ending == .complete)
            #expect(RequestLog(await server.requests).repeated == failures)
        }
    }

    /// A pipeline over 24 skills and 6 topics without a holdout.
    static func workspace(_ baseURL: String, rows: String, candidates: Int) throws -> PipelineWorkspace {
        let workspace = try PipelineWorkspace()
        let skills = (1...24).map {
            "- name: manner \($0)\n  definition: A manner of writing, the one numbered \($0).\n"
        }
        try workspace.write(skills.joined(), to: "skills.yaml")
        try workspace.write("harbours\nkitchens\nwindmills\nlibraries\norchards\nmarkets\n", to: "topics.txt")
        let model = "provider: openai, base_url: \"\(baseURL)\", limits: { concurrency: 16 }"
        let text = """
            version: 1
            name: shares
            seed: 5
            catalog: { skills: skills.yaml, topics: topics.txt }
            splits:
              train: { k: \(rows) }
            sampling: { strategy: balanced }
            models:
              teacher: { \(model), model: teacher }
              judge: { \(model), model: judge }
            generate: { attempts: 1, candidates: \(candidates) }
            output: { directory: \(workspace.output) }

            """
        try workspace.write(text, to: "pipeline.yaml")
        return workspace
    }
}
