import EtudeCore
import EtudeTesting
import Foundation
import Glibc
import Testing

/// `catalog extract` by the tool's binary, killed at every request.
@Suite struct LoopbackExtractionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static func workspace(_ baseURL: String) throws -> PipelineWorkspace {
        let workspace = try PipelineWorkspace()
        try workspace.write(
            """
            version: 1
            name: small
            seed: 7
            catalog: { skills: skills.yaml, topics: topics.txt }
            splits: { train: { k: { 1: 1 } } }
            models:
              rules: { provider: builtin }
              proposer: { provider: openai, base_url: "\(baseURL)", model: p, limits: { concurrency: 1 } }
            generate: { model: rules }
            judge: { panel: [rules] }
            output: { directory: \(workspace.output) }
            extract:
              model: proposer
              instructions: { topics: 3, skills: 5, query_types: 3 }
              dataset: { file: rows.jsonl, batch: 1 }
              subjects: { names: [sums], skills: 3 }

            """,
            to: "pipeline.yaml"
        )
        try workspace.write("[{ name: irony, definition: A text says what it does not mean. }]", to: "skills.yaml")
        try workspace.write("falconry\n", to: "topics.txt")
        let rows = ["alpha beta", "gamma alphas", "delta none"].map { "{\"text\": \"\($0)\"}\n" }
        try workspace.write(rows.joined(), to: "rows.jsonl")
        return workspace
    }

    private static func written(_ workspace: PipelineWorkspace) throws -> [String] {
        try ["proposals.yaml", "proposals.query-types.yaml"].map {
            try String(contentsOfFile: "\(workspace.output)/\($0)", encoding: .utf8)
        }
    }

    @Test func `Killed at every request it writes the same bytes and pays for nothing twice`() async throws {
        let command = "catalog extract"
        let (wanted, requests) = try await LoopbackChatServer.run(answering: ScriptedProposer().reply) {
            server,
            baseURL in
            let workspace = try Self.workspace(baseURL)
            #expect(try await ToolProcess(command, running: workspace).end() == .exited(0))
            return (try Self.written(workspace), RequestLog(await server.requests))
        }
        #expect(requests.total == 10)
        let kills = requests.total - 1
        let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
        try await LoopbackChatServer.run { request, number in
            arrival.yield()
            var reply = ScriptedProposer().reply(to: request, number: number)
            // Each process is killed while it waits for its second answer.
            if number < 2 * kills, !number.isMultiple(of: 2) { reply.delay = .seconds(60) }
            return reply
        } _: { server, baseURL in
            let workspace = try Self.workspace(baseURL)
            var next = arrivals.makeAsyncIterator()
            // The second request is sent once the answer to the first is durable.
            for _ in 0..<kills {
                let killed = try ToolProcess(command, running: workspace)
                _ = await (next.next(), next.next())
                killed.signal(SIGKILL)
                #expect(await killed.end() == .killed(SIGKILL))
            }
            let finished = try ToolProcess(command, running: workspace)
            #expect(await finished.end() == .exited(0))
            let log = RequestLog(await server.requests)
            #expect(log.bodies == requests.bodies)
            #expect(log.repeated == kills, "Only what was in flight when it was killed.")
            #expect(log.counts.values.allSatisfy { $0 <= 2 })
            #expect(try Self.written(workspace) == wanted)
            let again = try ToolProcess(command, running: workspace)
            #expect(await again.end() == .exited(64))
            #expect(try again.said().contains("proposals.yaml exists"))
            let offline = try ToolProcess(command, running: workspace, "--offline", "--force")
            #expect(await offline.end() == .exited(0))
            #expect(await server.requests.count == log.total)
            #expect(try Self.written(workspace) == wanted)
        }
    }

    @Test func `The budget stops it with 3, and a missing block is a sentence with 78`() async throws {
        try await LoopbackChatServer.run(answering: ScriptedProposer().reply) { _, baseURL in
            let workspace = try Self.workspace(baseURL)
            let stopped = try ToolProcess("catalog extract", running: workspace, "--set", "budget.total.calls=4")
            #expect(await stopped.end() == .exited(3))
            let finished = try ToolProcess("catalog extract", running: workspace, "-o", folder("out.yaml"))
            #expect(await finished.end() == .exited(0))
            #expect(try folder.entries.sorted() == ["out.query-types.yaml", "out.yaml"])
        }
        let output = try Tool.run(["catalog", "extract", "\(Tool.project)/Pipelines/quickstart.yaml"], in: folder)
        #expect(output.code == 78)
        #expect(output.complaints.count == 1)
        #expect(output.stderr.contains("`extract`"))
    }
}
