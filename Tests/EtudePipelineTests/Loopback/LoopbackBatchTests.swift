import EtudeCore
import EtudeFlow
import EtudePipeline
import EtudePublish
import EtudeStore
import EtudeTesting
import Foundation
import Testing

/// Whole pipelines whose teacher and judge answer in batches, run after run, at both providers.
@Suite(.timeLimit(.minutes(5))) struct LoopbackBatchTests {
    private static let answers = BatchScript(states: []) { body, _ in .answer(PureAnswers().text(answering: body)) }

    /// The release that is made without batches, and what was asked for it.
    private func single(isAnthropic: Bool) async throws -> (release: ReleaseFingerprint, log: RequestLog) {
        try await LoopbackChatServer.run { request, number in
            guard isAnthropic else { return PureAnswers().reply(to: request, number: number) }
            return .message(PureAnswers().text(answering: request.body))
        } _: { server, baseURL in
            let workspace = try PipelineWorkspace(small(baseURL, isAnthropic: isAnthropic))
            #expect(try await workspace.run().ending == .complete)
            return (try workspace.release(), RequestLog(await server.requests))
        }
    }

    private func small(_ baseURL: String, isAnthropic: Bool) -> SmallPipeline {
        var pipeline = SmallPipeline(isAnthropic ? .anthropic(baseURL) : .server(baseURL))
        pipeline.rows = 4
        return pipeline
    }

    private func pipeline(
        _ baseURL: String,
        isAnthropic: Bool,
        settings: String = "",
        ahead: Int = 1
    ) -> SmallPipeline {
        var pipeline = small(baseURL, isAnthropic: isAnthropic)
        pipeline.generate = "{ attempts: 2, ahead: \(ahead) }"
        pipeline.modelSettings = "batch: true, api_key: { file: key }" + (settings.isEmpty ? "" : ", \(settings)")
        return pipeline
    }

    private func workspace(_ pipeline: SmallPipeline) throws -> PipelineWorkspace {
        let workspace = try PipelineWorkspace(pipeline)
        try workspace.write(BatchServer.key, to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(workspace.folder)/key")
        return workspace
    }

    /// Runs until nothing is pending.
    private func finish(_ workspace: PipelineWorkspace) async throws -> (last: RunReport, pending: Int) {
        let plan = try PipelinePlan.resolve(.read(file: workspace.pipeline))
        for pending in 0..<60 {
            let report = try await PipelineRun(plan: plan).run()
            guard report.ending == .pending else { return (report, pending) }
            #expect(report.exitCode == .busy)
            #expect(report.batches.isPending)
            #expect(try !workspace.hasRelease())
        }
        throw EtudeError(.fault, "It never ends.")
    }

    @Test(arguments: [false, true])
    func `run after run makes the release that is made without batches, and pays for nothing twice`(
        isAnthropic: Bool
    ) async throws {
        let single = try await single(isAnthropic: isAnthropic)
        try await BatchServer.run(Self.answers) { server, baseURL in
            let settings = "price: { input: 1, output: 1, per_tokens: 1000 }"
            let workspace = try workspace(pipeline(baseURL, isAnthropic: isAnthropic, settings: settings))
            let (last, pending) = try await finish(workspace)
            #expect(last.ending == .complete)
            #expect(pending >= 3, "Two turns and a ballot follow upon one another.")
            #expect(try workspace.release() == single.release)
            #expect(await server.paid.values.allSatisfy { $0 == 1 })
            #expect(await Set(server.bodies) == single.log.bodies)
            let journal = try Journal.open(path: "\(workspace.output)/journal.sqlite")
            let spent = try journal.spending(since: 0)
            #expect(await spent.map(\.calls).reduce(0, +) == server.paid.count)
            #expect(await spent.map(\.cost).reduce(0, +).rounded() == (Double(server.paid.count) * 1.02).rounded())
            try journal.close()
            let calls = await server.calls.count
            #expect(try await workspace.run().ending == .complete)
            #expect(await server.calls.count == calls, "What is published asks nobody.")
        }
    }

    @Test func `a run that ends between two steps changes nothing`() async throws {
        let calls = [
            (false, "POST /v1/batches"), (false, "GET /v1/files"), (true, "POST /v1/messages/batches"),
        ]
        // All at once, because what takes time is to wait for the wire.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (isAnthropic, call) in calls {
                group.addTask { try await breakOff(isAnthropic: isAnthropic, at: call) }
            }
            try await group.waitForAll()
        }
    }

    /// Ends a run during a call whose effect comes about, and goes on.
    private func breakOff(isAnthropic: Bool, at call: String) async throws {
        try await BatchServer.run(Self.answers) { server, baseURL in
            let workspace = try workspace(pipeline(baseURL, isAnthropic: isAnthropic, ahead: 8))
            let plan = try PipelinePlan.resolve(.read(file: workspace.pipeline))
            var stalled = ServerReply(body: "{}")
            stalled.ending = .stalled(after: 0)
            await server.fail(call, with: stalled, afterEffect: true)
            for _ in 0..<3 {
                // The reply never comes, and the run ends where it is.
                let run = Task { try await PipelineRun(plan: plan).run() }
                let watch = Task {
                    while await !server.calls.contains(where: { $0.hasPrefix(call) }) {
                        try await Task.sleep(for: .milliseconds(2))
                    }
                    run.cancel()
                }
                let result = await run.result
                watch.cancel()
                guard case .success(let report) = result else { break }
                #expect(report.ending == .pending)
            }
            #expect(await server.calls.contains { $0.hasPrefix(call) })
            #expect(try await finish(workspace).last.ending == .complete)
            #expect(await server.paid.values.allSatisfy { $0 == 1 })
            #expect(try workspace.release().rows(in: "data") == 30)
        }
    }

    @Test func `a budget is asked before anything is sent, and the run goes on with more`() async throws {
        try await BatchServer.run(Self.answers) { server, baseURL in
            var pipeline = pipeline(baseURL, isAnthropic: false)
            pipeline.topLevel = "budget: { total: { calls: 30 } }"
            let workspace = try workspace(pipeline)
            let report = try await finish(workspace).last
            guard case .stopped(.budget) = report.ending else {
                Issue.record("It ended otherwise: \(report.ending)")
                return
            }
            #expect(report.exitCode == .stopped)
            #expect(await server.paid.count == 30, "It is used, and not crossed.")
            pipeline.topLevel = "budget: { total: { calls: 100000 } }"
            try workspace.write(pipeline)
            #expect(try await finish(workspace).last.ending == .complete)
            #expect(await server.paid.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func `a request that is refused for good is decided, and a refused key stops the run`() async throws {
        let script = BatchScript(states: []) { body, _ in
            guard SHA256.digest(of: body.canonicalText).leadingWord % 8 > 0 else {
                return .failure(status: 400, body: ["error": ["message": "Too long."]])
            }
            return .answer(PureAnswers().text(answering: body))
        }
        try await BatchServer.run(script) { server, baseURL in
            let workspace = try workspace(pipeline(baseURL, isAnthropic: false, ahead: 8))
            await server.fail("POST /v1/files", with: ServerReply(status: 401, body: "{}"))
            let refused = try await workspace.run()
            #expect(refused.exitCode == .unavailable)
            let last = try await finish(workspace).last
            #expect(last.ending == .complete)
            #expect(last.cells.contains { $0.books.failed["bad_request"] ?? 0 > 0 })
        }
    }

    @Test func `a run that was told to stop sends nothing, and one that is offline collects nothing`() async throws {
        try await BatchServer.run(Self.answers) { server, baseURL in
            let workspace = try workspace(pipeline(baseURL, isAnthropic: false))
            let plan = try PipelinePlan.resolve(.read(file: workspace.pipeline))
            let stopped = PipelineRun(plan: plan)
            stopped.gate.close(.terminated)
            #expect(try await stopped.run().ending == .stopped(.terminated))
            #expect(await server.calls.isEmpty)
            #expect(try await workspace.run().ending == .pending)
            let calls = await server.calls.count
            let offline = try await PipelineRun(plan: plan, isOffline: true).run()
            #expect(offline.exitCode == .unavailable)
            #expect(await server.calls.count == calls)
        }
    }

    @Test func `asking ahead takes fewer runs and publishes the same`() async throws {
        try await BatchServer.run(Self.answers) { server, baseURL in
            let first = try workspace(pipeline(baseURL, isAnthropic: false))
            let second = try workspace(pipeline(baseURL, isAnthropic: false, ahead: 4))
            async let slow = finish(first).pending
            async let fast = finish(second).pending
            #expect(try await fast < slow)
            #expect(try second.release() == first.release())
        }
    }

    @Test func `a preview refuses models that answer in batches, and a plan says how often they are sent`() async throws
    {
        let workspace = try workspace(pipeline("http://127.0.0.1:9/v1", isAnthropic: false))
        let plan = try PipelinePlan.resolve(.read(file: workspace.pipeline))
        let error = await #expect(throws: EtudeError.self) {
            try await PipelinePreview(plan: plan, isOffline: false).samples(1)
        }
        #expect(error?.code == .config)
        #expect(error?.message.contains("models.teacher.batch=false") == true)
        #expect(try PlanOverview(plan, acceptance: nil).json["batch_submissions"] == 3)
        let half = try PlanOverview.Acceptance.parse("2=0.5,3=0.5")
        // 4 rows are missing, then 2, 1 and 0.5.
        #expect(try PlanOverview(plan, acceptance: half).json["batch_submissions"] == 12)
        #expect(try PlanOverview(plan, acceptance: half).text.contains("About 12 submissions of batches"))
        #expect(throws: EtudeError.self) {
            try PipelineSpec.read(
                file: workspace.pipeline,
                overrides: ["sampling.strategy=balanced", "generate.ahead=2"]
            )
        }
    }
}
