import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudePipeline

/// A run that ends between any two steps: nothing is lost, and nothing is paid for twice.
@Suite struct BatchCrashTests {
    /// Runs nights to the end, and checks what they came to.
    private func finish(_ server: BatchServer, _ nights: BatchNights, _ service: HTTPService, _ crash: String)
        async throws
    {
        for _ in 0..<8 where await !nights.isDone { try await nights.night(service) }
        #expect(await nights.isDone, "\(crash)")
        let paid = await server.paid
        #expect(paid.values.allSatisfy { $0 == 1 }, "\(crash): \(paid)")
        #expect(await Set(nights.journal).count == nights.wanted.count, "\(crash)")
        try await nights.night(service)
        let left = try nights.files.list("/output/batches")
        #expect(left.allSatisfy { $0.hasSuffix(".json") }, "\(crash): \(left)")
    }

    /// The same for many crashes at once, because what takes time is to wait for the wire.
    private func each<Crash: Sendable>(
        _ crashes: some Sequence<Crash>,
        _ test: @escaping @Sendable (Crash) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for crash in crashes { group.addTask { try await test(crash) } }
            try await group.waitForAll()
        }
    }

    /// Effects on the disk of three nights that nothing disturbs.
    private func effects(isAnthropic: Bool) async throws -> Int {
        var effects = 0
        try await BatchNights.run(isAnthropic: isAnthropic) { _, nights, service in
            for _ in 0..<3 { try await nights.night(service) }
            #expect(await nights.isDone)
            effects = nights.files.effects
        }
        return effects
    }

    @Test(arguments: [false, true], [false, true])
    func `The disk fails at every effect of three nights`(isAnthropic: Bool, losesPower: Bool) async throws {
        let effects = try await effects(isAnthropic: isAnthropic)
        #expect(effects > 12)
        try await each(0..<effects) { point in
            try await BatchNights.run(isAnthropic: isAnthropic) { server, nights, service in
                nights.files.fail(after: point)
                let crash = await #expect(throws: EtudeError.self, "effect \(point)") {
                    for _ in 0..<3 { try await nights.night(service) }
                }
                #expect(crash?.code == .io)
                nights.files.recover()
                if losesPower { nights.files.cutPower() }
                try await finish(server, nights, service, "effect \(point)")
            }
        }
    }

    @Test(arguments: [
        (false, "POST /v1/files"), (false, "POST /v1/batches"), (false, "GET /v1/batches"), (false, "GET /v1/files"),
        (true, "POST /v1/messages/batches"), (true, "GET /v1/messages/batches/msgbatch_1/results"),
        (true, "GET /v1/messages/batches"),
    ])
    func `Each call is lost on the way there, on the way back, or refused`(isAnthropic: Bool, call: String) async throws
    {
        var lost = ServerReply(body: "")
        lost.ending = .refused
        let faults = [
            ("lost there", lost, false), ("lost back", lost, true),
            ("503", ServerReply(status: 503, body: "{}"), false),
            ("500 after all", ServerReply(status: 500, body: "{}"), true),
            ("garbage", ServerReply(body: "<html>"), true),
            ("nothing", ServerReply(body: ""), true),
        ]
        try await each(faults) { name, reply, isAfter in
            try await BatchNights.run(isAnthropic: isAnthropic) { server, nights, service in
                await server.fail(call, with: reply, afterEffect: isAfter)
                try await finish(server, nights, service, "\(call) \(name)")
            }
        }
    }

    @Test(arguments: [false, true])
    func `The journal fails after any number of answers, and no entry differs when it is made again`(
        isAnthropic: Bool
    ) async throws {
        for room in 0..<5 {
            try await BatchNights.run(isAnthropic: isAnthropic, BatchScript(states: [])) { server, nights, service in
                try await nights.night(service)
                await nights.makeRoom(room)
                await #expect(throws: EtudeError.self) { try await nights.night(service) }
                await nights.makeRoom(.max)
                try await finish(server, nights, service, "room \(room)")
            }
        }
    }

    @Test func `Of two batches that look alike, the other's is left alone when its results show whose it is`()
        async throws
    {
        try await BatchNights.run(isAnthropic: true, BatchScript(states: [])) { server, nights, service in
            let other = BatchNights(nights.address, isAnthropic: true)
            await other.want((0..<5).map { .sample("Somebody else's \($0).") })
            try await other.night(service)
            await server.fail("POST /v1/messages/batches", with: ServerReply(status: 500, body: "{}"))
            try await nights.night(service)
            try await finish(server, nights, service, "another's batch")
            #expect(await nights.journal.count == 5)
        }
    }

    @Test func `Of two batches of one size that were lost on different ways, neither is taken for the other`()
        async throws
    {
        try await BatchNights.run(isAnthropic: true, BatchScript(states: [])) { server, nights, service in
            let steps = try await nights.steps(service)
            let requests = (0..<4).map { ChatRequest.sample("Subject \($0).") }
            await nights.want(requests)
            for (number, request) in requests.enumerated() {
                let block = number < 2 ? "teacher" : "judge"
                try await steps.note(request, key: BatchNights.key(request), block: block)
            }
            // The first is lost on the way there, the second would be lost on the way back.
            await server.fail("POST /v1/messages/batches", with: ServerReply(status: 500, body: "{}"))
            await server.fail(
                "POST /v1/messages/batches",
                with: ServerReply(status: 500, body: "{}"),
                afterEffect: true
            )
            try await steps.submit()
            #expect(await steps.summary.delays.count == 2)
            await server.fail("GET /v1/messages/batches", with: ServerReply(status: 500, body: "{}"))
            try await finish(server, nights, service, "two lost")
        }
    }

    @Test func `A wrong key leaves the batch as it is until the key is right`() async throws {
        try await BatchNights.run(isAnthropic: false) { server, nights, service in
            await server.fail("POST /v1/batches", with: ServerReply(status: 401, body: "{}"))
            let first = try await nights.night(service)
            #expect(first.refusals.count == 1)
            #expect(first.isPending)
            try await finish(server, nights, service, "wrong key")
            #expect(await server.calls.count { $0 == "POST /v1/files" } == 1)
        }
    }

    @Test func `A batch that is called wrong when it is created is given up and its requests are open`() async throws {
        try await BatchNights.run(isAnthropic: false) { server, nights, service in
            await server.fail("POST /v1/batches", with: ServerReply(status: 400, body: #"{"error":{"message":"No."}}"#))
            let first = try await nights.night(service)
            #expect(first.refusals.count == 1)
            #expect(!first.isPending)
            try await finish(server, nights, service, "refused")
        }
    }
}
