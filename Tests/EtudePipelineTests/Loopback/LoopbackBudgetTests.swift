import EtudeCore
import EtudeFlow
import EtudeModel
import EtudePipeline
import EtudeTesting
import Synchronization
import Testing

/// Runs that stop by themselves: by the budget, by the deadline, for want of answers, or because a setting is wrong.
@Suite(.timeLimit(.minutes(5))) struct LoopbackBudgetTests {
    /// What the server counts, at one unit of money for a thousand tokens.
    private actor Till {
        private(set) var tokens = 0
        private(set) var calls = 0

        func pay(_ reply: ServerReply) {
            calls += 1
            let usage = (try? JSONParser.parse(reply.body))?["usage"]
            tokens += (usage?["prompt_tokens"]?.int ?? 0) + (usage?["completion_tokens"]?.int ?? 0)
        }

        var money: Double { Double(tokens) / 1_000 }
    }

    private static let price = "max_output_tokens: 400, price: { input: 1, output: 1, per_tokens: 1000 }"

    private func pipeline(_ baseURL: String, _ topLevel: String) -> SmallPipeline {
        var pipeline = SmallPipeline(.server(baseURL))
        pipeline.modelSettings = Self.price
        pipeline.topLevel = topLevel
        return pipeline
    }

    @Test func `a budget of half the cost is never crossed, and the run goes on with more`() async throws {
        let till = Till()
        try await LoopbackChatServer.run { request, number in
            let reply = PureAnswers().reply(to: request, number: number)
            await till.pay(reply)
            return reply
        } _: { server, baseURL in
            let whole = try PipelineWorkspace(pipeline(baseURL, ""))
            #expect(try await whole.run().ending == .complete)
            let (cost, calls, asked) = (await till.money, await till.calls, await server.requests.count)

            let workspace = try PipelineWorkspace(pipeline(baseURL, "budget: { run: { money: \(cost / 2) } }"))
            for _ in 0..<2 {
                let report = try await workspace.run()
                guard case .stopped(.budget(let words)) = report.ending else {
                    Issue.record("It ended otherwise: \(report.ending)")
                    return
                }
                #expect(report.exitCode == .stopped)
                #expect(words.contains("budget.run"))
            }
            let spent = await till.money - cost
            #expect(spent <= cost / 2)
            #expect(spent > cost / 4, "It is used, not only kept.")

            try workspace.write(pipeline(baseURL, "budget: { total: { calls: \(calls * 2), tokens: 100000000 } }"))
            #expect(try await workspace.run().ending == .complete)
            #expect(try workspace.release() == whole.release())
            let all = await server.requests
            #expect(RequestLog(all.dropFirst(asked)).repeated == 0, "What was paid for before serves.")
        }
    }

    @Test func `tries that may have been billed count, and unknown usage is estimated`() async throws {
        try await LoopbackChatServer.run { request, number in
            guard number % 5 != 0 else { return ServerReply(status: 500, body: "Perhaps it was written.") }
            var reply = PureAnswers().reply(to: request, number: number)
            let body = try JSONParser.parse(reply.body)
            reply.body = Array(JSONValue.object((body.members ?? []).filter { $0.key != "usage" }).canonicalText.utf8)
            return reply
        } _: { server, baseURL in
            let workspace = try PipelineWorkspace(pipeline(baseURL, "budget: { day: { tokens: 40000 } }"))
            let report = try await workspace.run()
            #expect(report.exitCode == .stopped)
            let readings = report.readings.values
            #expect(readings.map(\.estimatedTokens).reduce(0, +) > 30_000)
            #expect(readings.map(\.estimatedTokens).reduce(0, +) <= 40_000)
            #expect(readings.map(\.inputTokens).reduce(0, +) == 0)
            #expect(readings.map(\.calls).reduce(0, +) == readings.map(\.withoutUsage).reduce(0, +))
        }
    }

    @Test func `nothing is sent where not even one request fits`() async throws {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { server, baseURL in
            let workspace = try PipelineWorkspace(pipeline(baseURL, "budget: { run: { calls: 0 } }"))
            #expect(try await workspace.run().exitCode == .stopped)
            #expect(await server.requests.isEmpty)
        }
    }

    @Test func `a run without answers stops, and the deadline stops any run`() async throws {
        try await LoopbackChatServer.run { _, _ in
            ServerReply(status: 429, headers: ["retry-after": "3600"], body: "Later.")
        } _: { _, baseURL in
            let stalled = try PipelineWorkspace(pipeline(baseURL, "stop: { max_stall: 1 }"))
            let report = try await stalled.run()
            guard case .stopped(.stalled(let words)) = report.ending else {
                Issue.record("It ended otherwise: \(report.ending)")
                return
            }
            #expect(words.contains("Later."))
            #expect(report.exitCode == .unavailable)
            let late = try PipelineWorkspace(pipeline(baseURL, "stop: { deadline: 1 }"))
            #expect(try await late.run().exitCode == .stopped)
        }
    }

    @Test func `requests that get no answer are set aside for the next run`() async throws {
        let isOpen = Mutex(false)
        try await LoopbackChatServer.run { request, number in
            guard request.body["model"] == "judge", !isOpen.withLock(\.self) else {
                return PureAnswers().reply(to: request, number: number)
            }
            return ServerReply(status: 429, headers: ["retry-after-ms": "400"], body: "Not now.")
        } _: { server, baseURL in
            var pipeline = SmallPipeline(.server(baseURL))
            pipeline.limits = "item_deadline: 1"
            let workspace = try PipelineWorkspace(pipeline)
            let report = try await workspace.run()
            #expect(report.ending == .unanswered)
            #expect(report.exitCode == .unavailable)
            isOpen.withLock { $0 = true }
            #expect(try await workspace.run().ending == .complete)
            let teacher = await server.requests.filter { $0.body["model"] == "teacher" }
            #expect(RequestLog(teacher).repeated == 0)
        }
    }

    @Test func `answers that are all reasoning stop the run, naming the settings`() async throws {
        try await LoopbackChatServer.run { _, _ in
            let message = #"{"content":"","reasoning":"Hm, let me see."}"#
            return ServerReply(body: #"{"choices":[{"message":\#(message),"finish_reason":"length"}]}"#)
        } _: { server, baseURL in
            let workspace = try PipelineWorkspace(pipeline(baseURL, ""))
            let report = try await workspace.run()
            #expect(report.exitCode == .config)
            guard case .stopped(.misconfigured(let words)) = report.ending else {
                Issue.record("It ended otherwise: \(report.ending)")
                return
            }
            #expect(words.contains("max_output_tokens") && words.contains("extra"))
            #expect(await server.requests.count <= 4 + 8, "Four answers, and what was in flight.")
        }
    }

    @Test func `requests go to the server that answers`() async throws {
        try await LoopbackChatServer.run(answering: PureAnswers().reply) { good, goodURL in
            try await LoopbackChatServer.run { _, _ in
                ServerReply(status: 503, body: "Overloaded.")
            } _: { bad, badURL in
                let workspace = try PipelineWorkspace(SmallPipeline(.servers([goodURL, badURL])))
                #expect(try await workspace.run().ending == .complete)
                #expect(await good.requests.count > 2 * bad.requests.count)
            }
        }
    }
}
