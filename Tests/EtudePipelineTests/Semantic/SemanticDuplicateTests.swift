import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

@testable import EtudePipeline

/// A server whose embeddings have one of a few directions, which follows from the text; it embeds all texts or six of seven.
private struct FewMeanings: Sendable {
    static let directions = 400
    var embedsAll = true

    func reply(to request: ReceivedRequest, number: Int) -> ServerReply {
        guard request.path == "/v1/embeddings" else { return PureAnswers().reply(to: request, number: number) }
        let direction = FewMeanings.direction(of: request.body["input"]?.array?.first?.string ?? "")
        guard embedsAll || direction % 7 > 0 else {
            return ServerReply(status: 400, body: #"{"error":{"message":"too long"}}"#)
        }
        return .embedding((0..<Self.directions).map { $0 == direction ? 0.5 : 0 })
    }

    static func direction(of text: String) -> Int {
        Int(SHA256.digest(of: text).leadingWord % UInt64(directions))
    }
}

@Suite struct SemanticDuplicateTests {
    private func spec(_ workspace: PipelineWorkspace, _ embedder: String, _ more: [String] = []) throws -> PipelineSpec
    {
        let settings = ["models.embedder=\(embedder)", "deduplicate={ semantic: { model: embedder, threshold: 0.9 } }"]
        return try PipelineSpec.read(file: workspace.pipeline, overrides: settings + more)
    }

    private func run(_ spec: PipelineSpec, isOffline: Bool = false) async throws -> RunReport {
        try await PipelineRun(plan: try .resolve(spec), isOffline: isOffline).run()
    }

    @Test func `Drafts near in meaning are refused in the decision order, and replayed from the journal`() async throws
    {
        var releases: [ReleaseFingerprint] = []
        let answers = FewMeanings()
        for concurrency in [1, 32] {
            let release = try await LoopbackChatServer.run(answering: answers.reply) { server, baseURL in
                var pipeline = SmallPipeline(.server(baseURL))
                (pipeline.teacherConcurrency, pipeline.judgeConcurrency) = (concurrency, concurrency)
                let workspace = try PipelineWorkspace(pipeline)
                let embedder = "{ provider: openai, model: meaning, base_url: \"\(baseURL)\" }"
                let journal = ["journal=\(workspace.folder)/journal.sqlite"]
                let spec = try spec(workspace, embedder, journal)
                let report = try await run(spec)
                #expect(report.ending == .complete)
                let refused = report.cells.map { $0.books.rejected["near_meaning"] ?? 0 }.reduce(0, +)
                #expect(refused > 0)
                try expectDistinct(workspace, refused: refused)
                let asked = await server.requests.filter { $0.path == "/v1/embeddings" }
                #expect(Set(asked.map { $0.body.canonicalText }).count == asked.count)
                #expect(asked.count >= 44 + refused)
                let release = try workspace.release()
                guard concurrency == 1 else { return release }
                try workspace.removeOutput()
                let before = await server.requests.count
                #expect(try await run(spec, isOffline: true).ending == .complete)
                #expect(await server.requests.count == before)
                #expect(try workspace.release() == release)
                return release
            }
            releases.append(release)
        }
        #expect(releases[0] == releases[1])
    }

    /// Checks that no two rows have one direction, and that every refused draft names an earlier row that has its own.
    private func expectDistinct(_ workspace: PipelineWorkspace, refused: Int) throws {
        let reader = try ReleaseReader("\(workspace.output)/current")
        let manifest = try reader.manifest()
        #expect(manifest.models.map(\.role) == [.teacher, .judge, .embedder])
        var rows: [String: Int] = [:]
        try reader.rows(of: manifest.shards) { row, _, _ in
            if !row.text.isEmpty { rows[row.id] = FewMeanings.direction(of: row.text) }
        }
        #expect(Set(rows.values).count == rows.count)
        var found = 0
        for shard in manifest.rejected {
            let lines = try reader.shard(shard.path)
            while let line = try lines.next() {
                let draft = try JSONParser.parse(line.bytes)
                guard draft["reason"] == "near_meaning" else { continue }
                found += 1
                let near = try #require(draft["near"])
                #expect(near["rule"] == "meaning" && near["similarity"]?.double == 1)
                #expect(rows[near["kept"]?.string ?? ""] == FewMeanings.direction(of: draft["text"]?.string ?? ""))
            }
        }
        #expect(found == refused)
    }

    @Test func `An embedding that is none fails its draft and not the run`() async throws {
        let answers = FewMeanings(embedsAll: false)
        try await LoopbackChatServer.run(answering: answers.reply) { _, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.server(baseURL)))
            let report = try await run(spec(workspace, "{ provider: openai, model: m, base_url: \"\(baseURL)\" }"))
            #expect(report.ending == .complete)
            #expect(report.cells.contains { ($0.books.failed["bad_request"] ?? 0) > 0 })
            #expect(report.cells.allSatisfy { $0.books.balance })
        }
    }

    @Test func `A check asks the model that embeds texts for an embedding`() async throws {
        let answers = FewMeanings()
        try await LoopbackChatServer.run(answering: answers.reply) { server, baseURL in
            let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
            let spec = try spec(workspace, "{ provider: openai, model: m, base_url: \"\(baseURL)\" }")
            let reports = try await ModelCheck(spec).reports()
            #expect(reports.map(\.block) == ["teacher", "judge", "embedder"])
            #expect(reports.allSatisfy { $0.isGood })
            #expect(await server.requests.filter { $0.method == "POST" }.map(\.path) == ["/v1/embeddings"])
        }
    }

    @Test(arguments: [
        ("{ provider: builtin }", "{ model: embedder }", "embeds no texts"),
        ("{ provider: anthropic, model: c }", "{ model: embedder }", "embeds no texts"),
        ("{ provider: openai, model: m, batch: true }", "{ model: embedder }", "at once"),
        ("{ provider: openai, model: m }", "{ model: nobody }", "no model block"),
        ("{ provider: openai, model: m }", "{ threshold: 0.9 }", "need `model`"),
        ("{ provider: openai, model: m }", "{ model: embedder, threshold: 0 }", "at most 1"),
        ("{ provider: openai, model: m }", "{ model: embedder, treshold: 0.9 }", "treshold"),
    ])
    func `A rule of meaning that cannot be is refused`(embedder: String, rule: String, words: String) throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        let error = #expect(throws: EtudeError.self) {
            try PipelineSpec.read(
                file: workspace.pipeline,
                overrides: ["models.embedder=\(embedder)", "deduplicate={ semantic: \(rule) }"]
            )
        }
        #expect(error?.code == .config)
        #expect(error?.message.contains(words) ?? false, "\(error?.message ?? "")")
    }

    @Test func `The rule is part of the plan, whose resolved file gives the same plan`() throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        let plain = try PipelinePlan.resolve(try PipelineSpec.read(file: workspace.pipeline))
        let with = try PipelinePlan.resolve(
            try spec(workspace, "{ provider: openai, model: m }", ["budget.total.tokens=9"])
        )
        #expect(plain.hash != with.hash)
        #expect(with.usedModels == ["teacher", "judge", "embedder"])
        try workspace.write(with.resolvedText, to: "again.yaml")
        #expect(try PipelinePlan.resolve(try .read(file: "\(workspace.folder)/again.yaml")).hash == with.hash)
    }
}
