import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeTesting
import Foundation
import Testing

/// What connections do when the other side is not what it should be.
@Suite struct HTTPServiceTests {
    /// A reply in raw bytes.
    private static func whole(_ reply: ServerReply) -> String {
        "HTTP/1.1 \(reply.status) OK\r\nContent-Type: application/json\r\nContent-Length: \(reply.body.count)\r\n\r\n"
            + String(decoding: reply.body, as: UTF8.self)
    }

    /// Whether the head and the announced body of a request are there.
    private static func isWhole(_ request: String) -> Bool {
        guard let end = request.firstRange(of: "\r\n\r\n") else { return false }
        let length = request[..<end.lowerBound].lowercased().split(separator: "content-length: ").last.flatMap {
            Int($0.prefix { $0.isNumber })
        }
        return request[end.upperBound...].utf8.count >= length ?? 0
    }

    private static func answers(_ request: String) -> RawServer.Action {
        isWhole(request) ? .send(whole(.completion("Yes."))) : .wait
    }

    private func ask(
        _ baseURL: String,
        configuration: HTTPService.Configuration = HTTPService.Configuration(connections: 1),
        timeout: Duration = .seconds(60)
    ) async throws -> Result<ChatAnswer, ModelFailure> {
        let service = try HTTPService(configuration)
        let model = try Provider.openai.model(at: baseURL, service: service, timeout: timeout)
        let result: Result<ChatAnswer, ModelFailure>
        do {
            result = .success(try await model.answer(.sample()))
        } catch let failure as ModelFailure {
            result = .failure(failure)
        }
        try await service.shutdown()
        return result
    }

    /// A head that never ends: how it begins, and what follows again and again.
    struct EndlessHead: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let start: String
        let wave: String
    }

    @Test(arguments: [
        EndlessHead(
            testDescription: "one field",
            start: "HTTP/1.1 200 OK\r\nX-Long: ",
            wave: String(repeating: "a", count: 1 << 16)
        ),
        EndlessHead(
            testDescription: "many fields",
            start: "HTTP/1.1 200 OK\r\n",
            wave: String(repeating: "X-Many: b\r\n", count: 1 << 12)
        ),
        EndlessHead(
            testDescription: "the status",
            start: "HTTP/1.1 200 ",
            wave: String(repeating: "O", count: 1 << 16)
        ),
        EndlessHead(
            testDescription: "interim replies",
            start: "HTTP/1.1 102 Processing\r\n\r\n",
            wave: String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 1 << 12)
        ),
    ])
    func `A head that never ends breaks the connection before it fills the memory`(
        head: EndlessHead
    ) async throws {
        try await RawServer.run({ Self.isWhole($0) ? .flood(head.start, head.wave) : .wait }) { server, port in
            let result = try await ask("http://127.0.0.1:\(port)/v1", timeout: .seconds(20))
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == .transport, "\(failure)")
            #expect(server.sent < 8 << 20, "\(server.sent)")
        }
    }

    @Test func `Header fields beyond the limit are refused`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Long: \(String(repeating: "a", count: 66_000))\r\n\r\n{}"
        try await RawServer.run({ Self.isWhole($0) ? .send(head) : .wait }) { _, port in
            let result = try await ask("http://127.0.0.1:\(port)/v1")
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == .transport)
            #expect(failure.message.contains("head of the answer is longer"))
        }
    }

    @Test(arguments: ["Content-Length: 10001", "Transfer-Encoding: chunked"])
    func `A body beyond the limit is not read to its end, and not asked for again`(framing: String) async throws {
        let wave = String(repeating: " ", count: 5000)
        let chunk = framing.hasPrefix("T") ? "1388\r\n\(wave)\r\n" : wave
        let start = "HTTP/1.1 200 OK\r\n\(framing)\r\n\r\n"
        try await RawServer.run({ Self.isWhole($0) ? .flood(start, chunk) : .wait }) { _, port in
            let configuration = HTTPService.Configuration(connections: 1, bodyLimit: 10_000)
            let result = try await ask("http://127.0.0.1:\(port)/v1", configuration: configuration)
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == .invalidBody)
            #expect(!failure.isRetryable)
        }
    }

    @Test func `A connection that is reset is a failure of the wire`() async throws {
        try await RawServer.run({ Self.isWhole($0) ? .reset : .wait }) { server, port in
            let result = try await ask("http://127.0.0.1:\(port)/v1")
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == .transport)
            #expect(failure.isRetryable)
            #expect(server.received.count == 1, "One answer is one try.")
        }
    }

    @Test func `A server that is not there is a failure of the wire`() async throws {
        let port = try await RawServer.run({ _ in .wait }) { $1 }
        let result = try await ask("http://127.0.0.1:\(port)/v1")
        let failure = try #require(throws: ModelFailure.self) { try result.get() }
        #expect(failure.kind == .transport, "\(failure)")
    }

    @Test(arguments: [
        (Duration.milliseconds(100), Duration.seconds(1), FailureKind.timeout),
        (.seconds(60), .milliseconds(100), .transport),
    ])
    func `Connecting is part of a try's time, and has a limit of its own`(
        patience: Duration,
        connectTimeout: Duration,
        kind: FailureKind
    ) async throws {
        try await RawServer.run({ _ in .wait }) { _, port in
            let configuration = HTTPService.Configuration(connections: 1, connectTimeout: connectTimeout)
            let result = try await ask("https://localhost:\(port)/v1", configuration: configuration, timeout: patience)
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == kind, "\(failure)")
            #expect(failure.isRetryable)
        }
    }

    @Test func `A cancelled task ends its request`() async throws {
        let asked = AsyncStream<Void>.makeStream()
        try await RawServer.run({ _ in
            asked.continuation.yield()
            return .wait
        }) { _, port in
            let service = HTTPService(connections: 1)
            let model = try Provider.openai.model(at: "http://127.0.0.1:\(port)/v1", service: service)
            let asking = Task { try await model.answer(.sample()) }
            for await _ in asked.stream { break }
            asking.cancel()
            await #expect(throws: CancellationError.self) { try await asking.value }
            try await service.shutdown()
        }
    }

    @Test func `After the end nothing is sent`() async throws {
        try await RawServer.run(Self.answers) { server, port in
            let service = HTTPService(connections: 1)
            let model = try Provider.openai.model(at: "http://127.0.0.1:\(port)/v1", service: service)
            try await service.shutdown()
            let failure = try await #require(throws: ModelFailure.self) { try await model.answer(.sample()) }
            #expect(failure.kind == .transport)
            #expect(server.received.isEmpty)
        }
    }

    @Test func `A certificate counts if its authority is trusted and it is for the host`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "etude-ca-\(UUID().uuidString).pem").path
        try Data(TestCertificate.authority.utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let trusting = HTTPService.Configuration(connections: 1, caFile: file)
        try await RawServer.run(isSecure: true, Self.answers) { server, port in
            let trusted = try await ask("https://localhost:\(port)/v1", configuration: trusting)
            #expect(try trusted.get().text == "Yes.")
            let unknown = try await ask("https://localhost:\(port)/v1")
            let noAuthority = try #require(throws: ModelFailure.self) { try unknown.get() }
            #expect(noAuthority.kind == .transport)
            #expect(noAuthority.message.contains("nobody who is trusted has signed"), "\(noAuthority)")
            let elsewhere = try await ask("https://127.0.0.1:\(port)/v1", configuration: trusting)
            let wrongHost = try #require(throws: ModelFailure.self) { try elsewhere.get() }
            #expect(wrongHost.message.contains("for another host"), "\(wrongHost)")
            #expect(server.received.count == 1)
        }
    }

    @Test(arguments: ["none.pem", "empty.pem"])
    func `A file of certificates that holds none is refused`(name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "etude-ca-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("nothing".utf8).write(to: folder.appending(path: "empty.pem"))
        let file = folder.appending(path: name).path
        let error = try #require(throws: EtudeError.self) {
            try HTTPService(HTTPService.Configuration(connections: 1, caFile: file))
        }
        #expect(error.code == .config)
        #expect(error.message.contains(file))
    }

    @Test(arguments: [("http", 80), ("http", 8000)])
    func `A proxy is asked for a connection with its own password, and never sees the key's`(
        scheme: String,
        target: Int
    ) async throws {
        try await RawServer.run({ request in
            guard Self.isWhole(request) else { return .wait }
            return request.hasPrefix("CONNECT ") ? .send("HTTP/1.1 200 OK\r\n\r\n") : Self.answers(request)
        }) { server, port in
            let rules = ProxyRules(environment: ["all_proxy": "http://me:pass@127.0.0.1:\(port)"])
            let configuration = HTTPService.Configuration(connections: 1, proxies: rules)
            let result = try await ask("\(scheme)://model.invalid:\(target)/v1", configuration: configuration)
            #expect(try result.get().text == "Yes.")
            let connect = try #require(server.received.first)
            #expect(connect.hasPrefix("CONNECT model.invalid:\(target) HTTP/1.1\r\n"))
            #expect(connect.lowercased().contains("proxy-authorization: basic bwu6cgfzcw=="))
            #expect(!connect.contains(Provider.key))
            let post = try #require(server.received.last)
            #expect(post.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
            #expect(!post.lowercased().contains("proxy-authorization"))
        }
    }

    @Test func `A proxy that wants another password ends the run`() async throws {
        try await RawServer.run({
            Self.isWhole($0) ? .send("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n") : .wait
        }) { _, port in
            let rules = ProxyRules(environment: ["http_proxy": "http://me:pass@127.0.0.1:\(port)"])
            let configuration = HTTPService.Configuration(connections: 1, proxies: rules)
            let result = try await ask("http://model.invalid/v1", configuration: configuration)
            let failure = try #require(throws: ModelFailure.self) { try result.get() }
            #expect(failure.kind == .authentication)
            #expect(failure.message.contains("proxy"))
        }
    }
}
