import EtudeCore
import EtudeFlow
import EtudePipeline
import EtudeTesting
import Testing

/// An audit that is stopped goes on where it was, and pays for nothing twice.
@Suite(.timeLimit(.minutes(5))) struct ExposureResumeTests {
    private static func workspace(_ baseURL: String, _ exposure: String) throws -> PipelineWorkspace {
        let block = "provider: openai, model: any, base_url: \"\(baseURL)\", limits: { concurrency: 4 }"
        return try ExposureWorkspace(exposure, rows: 6, heldOut: ["logic"], teacher: block, judge: block).workspace
    }

    /// Whether a request asks for a list of skills.
    private static func isListing(_ request: ReceivedRequest) -> Bool {
        request.body["response_format"]?["json_schema"]?["name"]?.string == "listing"
    }

    @Test(arguments: ["report", "drop"])
    func `a run that is stopped in its audit publishes nothing, and then the same as one that is not`(mode: String)
        async throws
    {
        let answers = PureAnswers()
        let (whole, counts) = try await LoopbackChatServer.run(answering: answers.reply) { server, baseURL in
            let workspace = try Self.workspace(baseURL, "{ mode: \(mode), sample: 4, probes: 2 }")
            #expect(try await workspace.run().ending == .complete)
            let requests = await server.requests
            #expect(requests.contains(where: Self.isListing))
            return (try workspace.release(), RequestLog(requests).counts)
        }
        let listings = Listings(stopAt: 6)
        try await LoopbackChatServer.run { request, number in
            if Self.isListing(request) { await listings.note() }
            return answers.reply(to: request, number: number)
        } _: { server, baseURL in
            let workspace = try Self.workspace(baseURL, "{ mode: \(mode), sample: 4, probes: 2 }")
            let run = PipelineRun(plan: try .resolve(try .read(file: workspace.pipeline)))
            await listings.watch(run.gate)
            #expect(try await run.run().ending == .stopped(.interrupted))
            #expect(try !workspace.hasRelease())
            let plan = try PipelinePlan.resolve(try .read(file: workspace.pipeline))
            guard case .notRecorded = try await PipelineRun(plan: plan, isOffline: true).run().ending else {
                Issue.record("What the audit has not asked yet cannot be answered offline.")
                return
            }
            #expect(try !workspace.hasRelease())
            let again = try await workspace.run()
            #expect(again.ending == .complete)
            // An answer that cannot be read is asked for again with the same body, in both alike.
            #expect(RequestLog(await server.requests).counts == counts)
            #expect(try workspace.release() == whole)
        }
    }

    @Test func `a run without answers to its audit is not finished, and says how many are missing`() async throws {
        let answers = PureAnswers()
        try await LoopbackChatServer.run(answering: answers.reply) { server, baseURL in
            let workspace = try Self.workspace(baseURL, "off")
            #expect(try await workspace.run().ending == .complete)
            let before = await server.requests.count
            func run(_ exposure: String, isOffline: Bool) async throws -> RunReport {
                let spec = try PipelineSpec.read(file: workspace.pipeline, overrides: ["exposure=\(exposure)"])
                return try await PipelineRun(plan: .resolve(spec), isOffline: isOffline).run()
            }
            let report = try await run("report", isOffline: false)
            #expect(report.ending == .complete, "A report changes no row.")
            #expect(report.notes.last?.contains("was not audited") == true)
            let offline = try await run("drop", isOffline: true)
            guard case .notRecorded = offline.ending else {
                Issue.record("It ended otherwise: \(offline.ending)")
                return
            }
            #expect(await server.requests.count == before)
        }
    }

    /// Counts listings, and stops a run at one of them.
    private actor Listings {
        private let last: Int
        private var count = 0
        private var gate: StopGate?

        init(stopAt last: Int) {
            self.last = last
        }

        func watch(_ gate: StopGate) { self.gate = gate }

        func note() {
            count += 1
            if count == last { gate?.close(.interrupted) }
        }
    }
}
