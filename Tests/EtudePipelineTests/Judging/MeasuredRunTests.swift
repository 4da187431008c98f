import EtudeCore
import EtudeFlow
import EtudePipeline
import EtudePublish
import EtudeTesting
import Synchronization
import Testing

/// Runs in which texts with planted faults are judged among the drafts.
@Suite struct MeasuredRunTests {
    private static let plain = "judge: { rounds: 3 }"
    private static let measured = "judge: { rounds: 3, probes: 0.8 }"

    private func pipeline(_ models: SmallPipeline.Models, _ judge: String) -> SmallPipeline {
        var pipeline = SmallPipeline(models)
        pipeline.topLevel = judge
        pipeline.rows = 6
        pipeline.teacherConcurrency = 16
        pipeline.judgeConcurrency = 16
        return pipeline
    }

    private func judging(_ workspace: PipelineWorkspace) throws -> JudgingRecord {
        try #require(ReleaseReader("\(workspace.output)/current").manifest().judging)
    }

    /// A run against a server of its own; the workspace, what the report says and the requests come back.
    private func run(
        _ judge: String,
        answering handler: @escaping LoopbackChatServer.Handler = PureAnswers().reply
    ) async throws -> (workspace: PipelineWorkspace, report: RunReport, log: RequestLog) {
        try await LoopbackChatServer.run(answering: handler) { server, baseURL in
            let workspace = try PipelineWorkspace(pipeline(.server(baseURL), judge))
            let report = try await workspace.run()
            return (workspace, report, RequestLog(await server.requests))
        }
    }

    @Test func `the built-in judge catches every fault that it is asked about, and code the rest`() async throws {
        let workspace = try PipelineWorkspace(pipeline(.builtIn, Self.measured))
        #expect(try await workspace.run().ending == .complete)
        let judging = try judging(workspace)
        #expect(
            judging.probes.map(\.kind) == ["skill-missing", "off-topic", "over-length", "names-skill", "injection"]
        )
        #expect(judging.probes.allSatisfy { $0.missed == 0 && $0.failed == 0 })
        for probe in judging.probes {
            let judged = probe.kind == "over-length" ? 0 : probe.planted
            #expect(probe.caughtByJudges == BinomialSample(successes: judged, trials: judged), "\(probe.kind)")
            let byCode = ["over-length", "names-skill"].contains(probe.kind) ? probe.planted : 0
            #expect(probe.kind == "injection" || probe.caughtByCode == byCode, "\(probe.kind)")
        }
        let planted = judging.probes.map(\.planted).reduce(0, +)
        #expect(WilsonInterval.of(BinomialSample(successes: planted, trials: judging.texts)).contains(0.8))
    }

    @Test func `probes change neither rows nor rejected drafts, whether they are answered or fail for good`()
        async throws
    {
        let (plain, measured) = (try await run(Self.plain), try await run(Self.measured))
        #expect(measured.report.ending == .complete)
        #expect(try measured.workspace.release() == plain.workspace.release())
        #expect(Set(measured.log.bodies).isSuperset(of: plain.log.bodies))
        #expect(measured.log.repeated == 0)
        let (without, with) = (try judging(plain.workspace), try judging(measured.workspace))
        #expect(without.probes.isEmpty)
        #expect(with.texts == without.texts)
        let judged = with.probes.map(\.caughtByJudges.trials).reduce(0, +)
        #expect(judged > 10)
        // Each probe had three ballots; each measured draft's third ballot was asked for too.
        let more = measured.log.bodies.count - plain.log.bodies.count
        #expect((judged * 3...judged * 4 + 20).contains(more), "\(more) for \(judged)")
        #expect(without.agreement.allSatisfy { $0.fleissKappa == nil && $0.percent != nil })
        #expect(with.agreement.allSatisfy { $0.percent != nil && $0.texts == with.texts })
        try await countsFailures(like: plain.workspace, knowing: plain.log.bodies)
    }

    /// A probe that fails for good is counted as failed, and its candidate is decided as ever.
    private func countsFailures(like plain: PipelineWorkspace, knowing known: Set<JSONValue>) async throws {
        let refused = try await run(Self.measured) { request, number in
            // A judge that refuses its very first request is taken to refuse all.
            guard known.contains(request.body) || number < 120 else {
                return ServerReply(status: 400, body: "No such text, please.")
            }
            return PureAnswers().reply(to: request, number: number)
        }
        #expect(refused.report.ending == .complete)
        #expect(try refused.workspace.release() == plain.release())
        let probes = try judging(refused.workspace).probes
        #expect(probes.map(\.failed).reduce(0, +) > 5)
        for probe in probes where probe.kind != "over-length" {
            #expect(probe.failed + probe.caughtByJudges.trials == probe.planted)
        }
    }

    @Test func `a run that is interrupted again and again counts the same`() async throws {
        let whole = try judging(try await run(Self.measured).workspace)
        let gate = Mutex<(run: PipelineRun?, left: Int)>((nil, 0))
        let counted = try await LoopbackChatServer.run { request, number in
            gate.withLock { state in
                state.left -= 1
                if state.left == 0 { state.run?.gate.close(.interrupted) }
            }
            return PureAnswers().reply(to: request, number: number)
        } _: { _, baseURL in
            let workspace = try PipelineWorkspace(pipeline(.server(baseURL), Self.measured))
            var (runs, ending) = (0, RunReport.Ending.pending)
            while ending != .complete {
                let run = PipelineRun(plan: try .resolve(try .read(file: workspace.pipeline)))
                gate.withLock { $0 = (run, 45) }
                ending = try await run.run().ending
                runs += 1
                try #require(runs < 40)
            }
            #expect(runs > 3)
            return try judging(workspace)
        }
        #expect(counted == whole)
    }

    @Test func `a probe that has no answer yet leaves its candidate open`() async throws {
        let plain = try await run(Self.plain)
        let answers = "\(plain.workspace.folder)/answers.jsonl"
        _ = try PipelineJournal(try .read(file: plain.workspace.pipeline, overrides: [])).export(to: answers)
        let replayed = try PipelineWorkspace(pipeline(.builtIn, Self.measured))
        let models = ["teacher", "judge"].map {
            "models.\($0)={ provider: replay, id: openai/\($0), answers: \(answers) }"
        }
        let spec = try PipelineSpec.read(file: replayed.pipeline, overrides: models, allowsOutside: true)
        guard case .notRecorded(let missing) = try await PipelineRun(plan: try .resolve(spec)).run().ending else {
            Issue.record("The run should end for want of recorded answers.")
            return
        }
        #expect(missing > 5)
        #expect(try !replayed.hasRelease())
    }
}
