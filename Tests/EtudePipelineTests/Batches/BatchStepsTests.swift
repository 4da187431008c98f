import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudePipeline

/// Nights of runs with batches, at both providers, through every state that a batch can have.
@Suite struct BatchStepsTests {
    @Test(arguments: [false, true])
    func `What a run misses goes out as one batch, and a later run has the answers`(isAnthropic: Bool) async throws {
        try await BatchNights.run(isAnthropic: isAnthropic, BatchScript(states: ["validating", "in_progress"])) {
            server,
            nights,
            service in
            let first = try await nights.night(service)
            #expect(first.submitted.map(\.requests) == [5])
            #expect(first.isPending)
            for _ in 0..<2 {
                let waiting = try await nights.night(service)
                #expect(waiting.waiting.map(\.requests) == [5])
                #expect(waiting.submitted.isEmpty)
                #expect(waiting.isPending)
            }
            let last = try await nights.night(service)
            #expect(last.collected.map(\.requests) == [5])
            #expect(last.answered == 5)
            #expect(!last.isPending)
            #expect(await nights.isDone)
            #expect(await server.customIDs.count == 1)
            let entries = await nights.journal
            let ended = (BatchServer.start + 660) * 1_000
            #expect(entries.allSatisfy { $0.request.createdAt == ended && $0.request.durationMilliseconds == 600_000 })
            #expect(Set(entries.map(\.text)) == Set((0..<5).map { "Echo: Write about subject \($0)." }))
            #expect(try await nights.night(service) == BatchSummary())
            #expect(try nights.files.list("/output/batches") == ["0001.json"])
        }
    }

    @Test(arguments: [false, true])
    func `A request is noted once, and one that a batch holds is not noted again`(isAnthropic: Bool) async throws {
        try await BatchNights.run(isAnthropic: isAnthropic, requests: 2) { server, nights, service in
            let twice = await nights.wanted + nights.wanted
            await nights.want(twice)
            try await nights.night(service)
            let more = twice + [.sample("Something new.")]
            await nights.want(more)
            await server.follow(BatchScript(states: []))
            try await nights.night(service)
            #expect(await server.customIDs.map(\.count) == [2, 1])
            for _ in 0..<2 { try await nights.night(service) }
            #expect(await nights.isDone)
            #expect(await server.paid.values.allSatisfy { $0 == 1 })
        }
    }

    @Test(arguments: [false, true], ["expired", "cancelled"])
    func `Of a batch that ended early the answers are kept and only the rest is sent`(
        isAnthropic: Bool,
        ending: String
    ) async throws {
        let script = BatchScript(states: [], ending: ending) { _, number in number < 3 ? .answer("Yes.") : .untried }
        try await BatchNights.run(isAnthropic: isAnthropic, script) { server, nights, service in
            try await nights.night(service)
            await server.follow(BatchScript(states: []))
            let second = try await nights.night(service)
            #expect(second.answered == 3)
            #expect(second.again == 2)
            #expect(second.submitted.map(\.requests) == [2])
            try await nights.night(service)
            #expect(await nights.isDone)
            #expect(await server.paid.values.allSatisfy { $0 == 1 })
        }
    }

    @Test(arguments: [false, true])
    func `Of failed requests those are sent again that may succeed, and the others have failed`(
        isAnthropic: Bool
    ) async throws {
        let script = BatchScript(states: []) { _, number in
            switch number {
            case 0: .answer("Yes.")
            case 1: .failure(status: 400, body: Self.error("invalid_request_error", isAnthropic))
            case 2: .failure(status: 500, body: Self.error("api_error", isAnthropic))
            default: .failure(status: 429, body: Self.error("rate_limit_error", isAnthropic))
            }
        }
        try await BatchNights.run(isAnthropic: isAnthropic, script) { server, nights, service in
            try await nights.night(service)
            await server.follow(BatchScript(states: []))
            let second = try await nights.night(service)
            #expect(second.answered == 1)
            #expect(second.failed == 1)
            #expect(second.again == 3)
            #expect(second.refusals.isEmpty)
            #expect(second.submitted.map(\.requests) == [3])
            try await nights.night(service)
            #expect(await nights.isDone)
            #expect(await nights.known.values.count { $0 == nil } == 1)
        }
    }

    @Test(arguments: [false, true])
    func `Where a model has never answered, requests called wrong are a refusal and not given up`(
        isAnthropic: Bool
    ) async throws {
        let script = BatchScript(states: []) { _, _ in
            .failure(status: 400, body: Self.error("invalid_request_error", isAnthropic))
        }
        try await BatchNights.run(isAnthropic: isAnthropic, script) { server, nights, service in
            try await nights.night(service)
            let second = try await nights.night(service)
            #expect(second.failed == 0)
            #expect(second.again == 5)
            #expect(second.refusals.count == 1)
            #expect(second.refusals.first?.contains("Words.") == true)
            #expect(await nights.journal.isEmpty)
        }
    }

    @Test(arguments: [false, true])
    func `Where the account is refused, that is said and nothing is given up`(isAnthropic: Bool) async throws {
        let script = BatchScript(states: []) { _, number in
            number == 0
                ? .answer("Yes.")
                : .failure(
                    status: 429,
                    body: Self.error(isAnthropic ? "billing_error" : "insufficient_quota", isAnthropic)
                )
        }
        try await BatchNights.run(isAnthropic: isAnthropic, script) { _, nights, service in
            try await nights.night(service)
            let second = try await nights.night(service)
            #expect(second.refusals.count == 1)
            #expect(second.answered == 1)
            #expect(second.failed == 0)
        }
    }

    @Test func `A batch over the enqueued tokens is sent again by the next run, under another name`() async throws {
        var script = BatchScript(states: ["validating"], ending: "failed")
        script.problems = [["code": "token_limit_exceeded", "message": "Enqueued token limit reached."]]
        try await BatchNights.run(isAnthropic: false, script) { server, nights, service in
            try await nights.night(service)
            try await nights.night(service)
            await server.follow(BatchScript(states: []))
            let third = try await nights.night(service)
            #expect(third.again == 5)
            #expect(third.refusals.isEmpty)
            #expect(third.collected.first?.state.contains("Enqueued token limit reached.") == true)
            #expect(third.submitted.map(\.id) == ["batch_2"])
            try await nights.night(service)
            #expect(await nights.isDone)
        }
    }

    @Test func `A batch refused as a whole is shown in the provider's words`() async throws {
        var script = BatchScript(states: [], ending: "failed")
        script.problems = [["code": "model_not_found", "message": "There is no test.", "line": 1]]
        try await BatchNights.run(isAnthropic: false, script) { _, nights, service in
            try await nights.night(service)
            let second = try await nights.night(service)
            #expect(second.refusals.first?.contains("There is no test. (model_not_found, line 1)") == true)
        }
    }

    @Test(arguments: [false, true])
    func `Results of other requests and second results are counted and ignored`(isAnthropic: Bool) async throws {
        var script = BatchScript(states: [])
        script.repeatsResults = true
        script.strayLines = [#"{"custom_id":"nobody","response":null,"result":{"type":"expired"}}"#, "<html>"]
        try await BatchNights.run(isAnthropic: isAnthropic, script) { _, nights, service in
            try await nights.night(service)
            let second = try await nights.night(service)
            #expect(second.answered == 5)
            #expect(
                second.collected.map(\.state)
                    == ["5 answered, 4 results of other requests ignored, 5 second results ignored"]
            )
            #expect(await nights.journal.count == 5)
        }
    }

    @Test(arguments: [false, true])
    func `Results that are gone are asked again, and that is said`(isAnthropic: Bool) async throws {
        var script = BatchScript(states: [])
        script.losesResults = true
        try await BatchNights.run(isAnthropic: isAnthropic, script) { server, nights, service in
            try await nights.night(service)
            await server.follow(BatchScript(states: []))
            let second = try await nights.night(service)
            #expect(second.again == 5)
            #expect(second.collected.first?.state.contains("results are gone") == true)
            #expect(second.submitted.map(\.requests) == [5])
            try await nights.night(service)
            #expect(await nights.isDone)
        }
    }

    @Test(arguments: [false, true])
    func `A batch that leads to another address now is not asked for there`(isAnthropic: Bool) async throws {
        try await BatchNights.run(isAnthropic: isAnthropic) { server, nights, service in
            try await nights.night(service)
            let calls = await server.calls.count
            let steps = try await nights.steps(service, address: "http://127.0.0.1:9/v1")
            let error = await #expect(throws: EtudeError.self) { try await steps.collect() }
            #expect(error?.code == .config)
            #expect(await server.calls.count == calls)
        }
    }

    @Test(arguments: [false, true])
    func `Batches can be cancelled, all or by name, and what was answered is collected`(isAnthropic: Bool) async throws
    {
        try await BatchNights.run(isAnthropic: isAnthropic) { server, nights, service in
            try await nights.night(service)
            let steps = try await nights.steps(service)
            #expect(try await steps.overview().map(\.state) == ["in_progress, 0 of 5 answered"])
            await #expect(throws: EtudeError.self) { try await steps.cancel(["batch_77"]) }
            #expect(try await steps.cancel(["1"]).count == 1)
            await server.follow(BatchScript(states: []))
            let last = try await nights.night(service)
            #expect(last.again == 5)
            #expect(last.submitted.map(\.requests) == [5])
            #expect(try await nights.steps(service).cancel([]).count == 1)
        }
    }

    @Test(arguments: [false, true])
    func `A batch that was never created can be cancelled too`(isAnthropic: Bool) async throws {
        try await BatchNights.run(isAnthropic: isAnthropic) { server, nights, service in
            let path = isAnthropic ? "POST /v1/messages/batches" : "POST /v1/batches"
            await server.fail(path, with: ServerReply(status: 503, body: "{}"))
            let first = try await nights.night(service)
            #expect(first.delays.count == 1)
            #expect(first.waiting.count == 1)
            let steps = try await nights.steps(service)
            #expect(try await steps.cancel([]).map(\.isOpen) == [false])
            #expect(await server.customIDs.isEmpty)
            try await nights.night(service)
            #expect(await server.customIDs.count == 1)
        }
    }

    @Test func `A batch that may be somebody else's is not cancelled`() async throws {
        try await BatchNights.run(isAnthropic: true) { server, nights, service in
            await server.fail(
                "POST /v1/messages/batches",
                with: ServerReply(status: 500, body: "{}"),
                afterEffect: true
            )
            try await nights.night(service)
            let entries = try await nights.steps(service).cancel([])
            #expect(entries.map(\.isOpen) == [true])
            #expect(entries.first?.state.contains("not cancelled") == true)
            #expect(await !server.calls.contains { $0.hasSuffix("/cancel") })
        }
    }

    @Test func `More requests than one batch may hold go out as several`() async throws {
        let provider = CountingProvider(limits: BatchLimits(requests: 2, bytes: 1 << 20))
        let small = CountingProvider(limits: BatchLimits(requests: 100, bytes: 900))
        for (provider, sizes) in [(provider, [2, 2, 1]), (small, [2, 2, 1])] {
            let steps = try BatchSteps(
                directory: "/output",
                run: "demo",
                files: InMemoryFileSystem(),
                sink: BatchSink { _, _ in
                } failure: { _, _ in
                }
            ) { _ in BatchSeat(model: "m", provider: provider) }
            for number in 0..<5 {
                let request = ChatRequest.sample("Subject \(number).\(String(repeating: "x", count: 150))")
                try await steps.note(request, key: request.key(model: "m"), block: "teacher")
            }
            try await steps.submit()
            #expect(await steps.summary.submitted.map(\.requests) == sizes)
        }
    }

    @Test func `To look at batches leaves alone what a run is writing`() async throws {
        try await BatchNights.run(isAnthropic: false) { _, nights, service in
            try await nights.night(service)
            let running = try await nights.steps(service)
            try await running.note(.sample(), key: BatchNights.key(.sample()), block: "teacher")
            #expect(try await nights.steps(service).overview().count == 1)
            #expect(try nights.files.list("/output/batches").contains(".0002.jsonl.partial"))
        }
    }

    static func error(_ type: String, _ isAnthropic: Bool) -> JSONValue {
        ["type": "error", "error": ["type": .string(type), "code": .string(type), "message": "Words."]]
    }
}
