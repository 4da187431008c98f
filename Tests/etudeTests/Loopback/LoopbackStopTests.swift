import EtudeCore
import EtudeTesting
import Glibc
import Testing

/// Signals, the lock and providers that refuse, against the tool's binary.
@Suite struct LoopbackStopTests {
    /// A server that never answers from its 21st request on.
    private static func hanging() -> CountedServer {
        CountedServer { request, number in
            var reply = PureAnswers().reply(to: request, number: number)
            if number >= 20 { reply.delay = .seconds(3600) }
            return reply
        }
    }

    @Test func `SIGTERM waits for what is in flight, and nothing answered is asked again`() async throws {
        let whole = try await Undisturbed.server.value
        let counted = CountedServer()
        try await LoopbackChatServer.run(answering: counted.reply) { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            let run = try ToolProcess(running: workspace)
            await counted.arrivals(60)
            run.signal(SIGTERM)
            #expect(await run.end() == .exited(143))
            #expect(try run.said().contains("everything paid for is kept"))
            let before = await server.requests.count
            #expect(before < whole.log.total)
            #expect(try await ToolProcess(running: workspace).end() == .exited(0))
            let log = RequestLog(await server.requests)
            #expect(log.repeated == 0)
            #expect(log.bodies == whole.log.bodies)
            #expect(try workspace.release() == whole.release)
        }
    }

    @Test func `what hangs is given up when the grace is over`() async throws {
        let whole = try await Undisturbed.server.value
        let counted = Self.hanging()
        try await LoopbackChatServer.run(answering: counted.reply) { server, baseURL in
            let pipeline = SmallPipeline(.server(baseURL))
            let workspace = try PipelineWorkspace(pipeline)
            let run = try ToolProcess(running: workspace, "--grace", "0")
            await counted.arrivals(21)
            run.signal(SIGTERM)
            #expect(await run.end() == .exited(143))
            #expect(try run.said().contains("everything paid for is kept"))
            counted.recover()
            #expect(try await ToolProcess(running: workspace).end() == .exited(0))
            #expect(RequestLog(await server.requests).repeated <= pipeline.concurrency)
            #expect(try workspace.release() == whole.release)
        }
    }

    @Test func `a second run finds the lock, and a second signal does not wait`() async throws {
        let counted = Self.hanging()
        try await LoopbackChatServer.run(answering: counted.reply) { _, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            let first = try ToolProcess(running: workspace, "--grace", "3600")
            await counted.arrivals(21)
            let second = try ToolProcess(running: workspace)
            #expect(await second.end() == .exited(75))
            let words = try second.said().split(separator: "\n")
            #expect(words.count == 1)
            #expect(words.first?.contains("pid \(first.pid) on ") == true)
            first.signal(SIGTERM)
            first.signal(SIGINT)
            let ending = try #require(await first.end())
            #expect([.exited(143), .exited(130)].contains(ending))
        }
    }

    @Test(arguments: [
        (401, "Incorrect API key provided.", "invalid_api_key"),
        (429, "You exceeded your current quota.", "insufficient_quota"),
    ])
    func `a provider that refuses stops the run at once`(status: Int, words: String, code: String) async throws {
        let whole = try await Undisturbed.server.value
        let counted = CountedServer { request, number in
            guard number >= 60, request.body["model"] == "teacher" else {
                return PureAnswers().reply(to: request, number: number)
            }
            return ServerReply(
                status: status,
                body: #"{"error":{"message":"\#(words)","type":"\#(code)","code":"\#(code)"}}"#
            )
        }
        try await LoopbackChatServer.run(answering: counted.reply) { server, baseURL in
            var pipeline = SmallPipeline(.server(baseURL))
            pipeline.teacherConcurrency = 2
            pipeline.judgeConcurrency = 16
            let workspace = try PipelineWorkspace(pipeline)
            let run = try ToolProcess(running: workspace)
            #expect(await run.end() == .exited(69))
            #expect(try run.said().split(separator: words, omittingEmptySubsequences: false).count == 2)
            let refused = await server.requests.dropFirst(60).filter { $0.body["model"] == "teacher" }
            #expect((1...2).contains(refused.count), "Only what was in flight reached the server.")
            counted.recover()
            #expect(try await ToolProcess(running: workspace).end() == .exited(0))
            let log = RequestLog(await server.requests)
            #expect(log.repeated == refused.count)
            #expect(log.bodies == whole.log.bodies)
            #expect(try workspace.release() == whole.release)
        }
    }
}
