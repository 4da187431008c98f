import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

/// Both providers against the batch server, call by call.
@Suite struct BatchProviderTests {
    private func with(
        _ kind: BatchKind,
        _ script: BatchScript = BatchScript(),
        key: String = BatchServer.key,
        _ work: (BatchServer, any BatchProvider) async throws -> Void
    ) async throws {
        try await BatchServer.run(script) { server, baseURL in
            let service = HTTPService(connections: 4)
            do {
                try await work(server, try kind.provider(baseURL, key: key, service: service))
            } catch {
                try await service.shutdown()
                throw error
            }
            try await service.shutdown()
        }
    }

    private func create(_ provider: any BatchProvider, count: Int, digest: String = "d1") async throws -> BatchStatus {
        let requests = try BatchRequests.sample(count, for: provider)
        let file = try await provider.upload(requests)
        return try await provider.create(requests, file: file, label: .sample(count, digest: digest))
    }

    @Test(arguments: BatchKind.allCases)
    func `A batch is created, looked at until it ends, and read`(kind: BatchKind) async throws {
        try await with(kind) { server, provider in
            let created = try await create(provider, count: 3)
            #expect(created.phase == .open)
            #expect(try await provider.status(of: created.id)?.phase == .open)
            let ended = try #require(try await provider.status(of: created.id))
            #expect(ended.phase == .finished)
            #expect(ended.total == 3)
            #expect(ended.answered == 3)
            #expect(ended.endedAt == BatchServer.start + 660)
            let results = BatchResults()
            #expect(try await provider.results(of: ended) { await results.add($0) })
            #expect(await results.all.map(\.customID) == ["request-2", "request-1", "request-0"])
            #expect(await results.texts["request-1"] == "Echo: Write about subject 1 — “so”.")
            guard case .answer(let answer) = await results.all.first?.outcome else {
                Issue.record("There is no answer.")
                return
            }
            #expect(answer.usage == TokenUsage(input: 1_000, output: 20))
            #expect(answer.model == "test-2026")
            #expect(!answer.requestID.isEmpty)
            #expect(await server.customIDs == [["request-0", "request-1", "request-2"]])
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `Many requests go over in pieces and come back in pieces`(kind: BatchKind) async throws {
        try await with(kind) { _, provider in
            let created = try await create(provider, count: 1_000)
            _ = try await provider.status(of: created.id)
            let ended = try #require(try await provider.status(of: created.id))
            let results = BatchResults()
            #expect(try await provider.results(of: ended) { await results.add($0) })
            #expect(await results.texts.count == 1_000)
            #expect(await results.texts["request-999"] == "Echo: Write about subject 999 — “so”.")
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `A batch that nobody knows, and results that are gone, are told apart from failures`(kind: BatchKind)
        async throws
    {
        try await with(kind) { server, provider in
            #expect(try await provider.status(of: "batch_99") == nil)
            await server.fail("GET \(kind.path)", with: ServerReply(status: 404, body: "<html>no route</html>"))
            let failure = await #expect(throws: ModelFailure.self) { try await provider.status(of: "batch_99") }
            #expect(failure?.kind == .unknownModel)
            var script = BatchScript(states: [])
            script.losesResults = true
            await server.follow(script)
            let created = try await create(provider, count: 1)
            var ended = try #require(try await provider.status(of: created.id))
            if kind == .anthropic {
                #expect(ended.files.isEmpty)
                ended.files = [ended.id]
            }
            #expect(try await provider.results(of: ended) { _ in } == false)
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `A list goes through all pages, and a batch is found among others`(kind: BatchKind) async throws {
        try await with(kind) { _, provider in
            for number in 1...5 { _ = try await create(provider, count: number, digest: "d\(number)") }
            #expect(try await provider.list(since: 0).count == 5)
            #expect(try await provider.list(since: BatchServer.start + 240).count == 2)
            let found = try await provider.find(.sample(3, digest: "d3"))
            #expect(found.map(\.total) == [3])
            #expect(try await provider.find(.sample(9, digest: "d9")).isEmpty)
            #expect(try await provider.find(.sample(3, digest: "d3", intendedAt: BatchServer.start + 86_400)).isEmpty)
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `A cancelled batch ends with what was answered by then`(kind: BatchKind) async throws {
        try await with(kind) { _, provider in
            let created = try await create(provider, count: 2)
            let cancelled = try #require(try await provider.cancel(created.id))
            #expect(cancelled.phase == .open)
            _ = try await provider.status(of: created.id)
            let ended = try #require(try await provider.status(of: created.id))
            #expect(ended.phase == .finished)
            let results = BatchResults()
            #expect(try await provider.results(of: ended) { await results.add($0) })
            #expect(await results.all.map(\.outcome) == [.unanswered, .unanswered])
            #expect(try await provider.cancel("batch_99") == nil)
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `A wrong key is refused without being repeated`(kind: BatchKind) async throws {
        try await with(kind, key: "sk-wrong-456") { server, provider in
            await server.fail(
                "GET",
                with: ServerReply(status: 401, body: #"{"error":{"message":"No such key: sk-wrong-456"}}"#)
            )
            let failure = await #expect(throws: ModelFailure.self) { try await provider.list(since: 0) }
            #expect(failure?.kind == .authentication)
            #expect(failure?.message.contains("sk-wrong-456") == false)
        }
    }

    @Test(
        arguments: BatchKind.allCases,
        [
            (429, FailureKind.rateLimited), (503, .overloaded), (500, .server), (400, .badRequest),
            (302, .unknownModel),
        ]
    )
    func `A refused call is a failure of its kind`(kind: BatchKind, expected: (status: Int, kind: FailureKind))
        async throws
    {
        try await with(kind) { server, provider in
            await server.fail(
                "POST \(kind.path)",
                with: ServerReply(status: expected.status, headers: ["retry-after": "7"], body: "{}")
            )
            let failure = await #expect(throws: ModelFailure.self) { try await create(provider, count: 1) }
            #expect(failure?.kind == expected.kind)
            #expect(failure?.retryAfter == .seconds(7))
        }
    }

    @Test(arguments: BatchKind.allCases)
    func `Results that break off are a failure of the wire, and what the receiver throws passes`(kind: BatchKind)
        async throws
    {
        try await with(kind, BatchScript(states: [])) { server, provider in
            let created = try await create(provider, count: 20)
            let ended = try #require(try await provider.status(of: created.id))
            var broken = ServerReply(body: String(repeating: "{}\n", count: 100))
            broken.ending = .cut(after: 50)
            await server.fail(kind == .openAI ? "GET /v1/files" : "GET \(kind.path)", with: broken)
            let failure = await #expect(throws: ModelFailure.self) { try await provider.results(of: ended) { _ in } }
            #expect(failure?.kind == .transport)
            let full = EtudeError(.io, "The disk is full.")
            await #expect(throws: full) { try await provider.results(of: ended) { _ in throw full } }
        }
    }

    @Test func `A key that cannot stand in a header is refused`() throws {
        let service = HTTPService(connections: 1)
        for kind in BatchKind.allCases {
            let error = #expect(throws: EtudeError.self) {
                try kind.provider("http://127.0.0.1:9/v1", key: "two words", service: service)
            }
            #expect(error?.code == .config)
        }
        Task { try await service.shutdown() }
    }
}
