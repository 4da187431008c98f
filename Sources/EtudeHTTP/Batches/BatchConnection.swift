import AsyncHTTPClient
import EtudeCore
import EtudeModel
import Foundation
import NIOHTTP1

/// Calls to the addresses of a batch provider; each is one try.
struct BatchConnection: Sendable {
    /// The longest time that a transfer of all requests or results may take.
    private static let transferTimeout = Duration.seconds(3600)

    let endpoint: Endpoint
    let headers: [(name: String, value: String)]
    let secret: Secret?
    let service: HTTPService
    let timeout: Duration

    /// A connection that proves who it is by a header.
    ///
    /// - Parameters:
    ///   - endpoint: the provider's address.
    ///   - secret: the key, if the provider wants one.
    ///   - headers: the headers of every call, the one that carries the key included.
    ///   - service: the connections of the run.
    ///   - timeout: the longest time that a call may take that transfers no requests or results.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header.
    init(
        endpoint: Endpoint,
        secret: Secret?,
        headers: [(name: String, value: String)],
        service: HTTPService,
        timeout: Duration
    ) throws(EtudeError) {
        if let secret, secret.value.isEmpty || !secret.value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            throw EtudeError(
                .config,
                "The key for \(endpoint.baseURL) is empty, or holds a blank, a line break or a character not ASCII."
            )
        }
        self.endpoint = endpoint
        self.secret = secret
        self.headers = headers
        self.service = service
        self.timeout = timeout
    }

    /// Calls an address.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: what follows the base address.
    ///   - json: the body, if there is one.
    /// - Returns: the reply's document; nil where the provider says that it has no such thing.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    func call(_ method: HTTPMethod, _ path: String, json: JSONValue? = nil) async throws -> JSONValue? {
        var request = request(method, path)
        if let json {
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(Array(json.canonicalText.utf8))
        }
        return try document(of: try await service.send(request, timeout: timeout))
    }

    /// Posts a body that is made while it is sent.
    ///
    /// - Parameters:
    ///   - path: what follows the base address.
    ///   - contentType: the body's type.
    ///   - body: the body.
    /// - Returns: the reply's document; nil where the provider has no such address.
    /// - Throws: ``ModelFailure``, `CancellationError`, or what reading the requests throws.
    func post(_ path: String, contentType: String, body: BatchBody) async throws -> JSONValue? {
        var request = request(.POST, path)
        request.headers.add(name: "content-type", value: contentType)
        request.body = .stream(body, length: .known(Int64(try body.length())))
        return try document(of: try await service.send(request, timeout: Self.transferTimeout))
    }

    /// Reads the lines of a file of results.
    ///
    /// - Parameters:
    ///   - path: what follows the base address.
    ///   - receive: takes a line as JSON, or nil for a line that is none.
    /// - Returns: whether the provider still has the file.
    /// - Throws: ``ModelFailure``, `CancellationError`, or what `receive` throws.
    func lines(
        _ path: String,
        receive: @escaping @Sendable (JSONValue?) async throws -> Void
    ) async throws -> Bool {
        let lines = SplitLines()
        let reply = try await service.stream(request(.GET, path), timeout: Self.transferTimeout) { piece in
            for line in try await lines.add(piece) { try await receive(try? JSONParser.parse(line)) }
        }
        guard (200..<300).contains(reply.status) else { return try document(of: reply) != nil }
        if let last = await lines.finish() { try await receive(try? JSONParser.parse(last)) }
        return true
    }

    private func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.baseURL + path)
        request.method = method
        request.headers.add(name: "accept", value: "application/json")
        request.headers.add(name: "user-agent", value: "etude")
        for header in headers { request.headers.add(name: header.name, value: header.value) }
        return request
    }

    /// The document of a reply; nil where the provider itself, and not something on the way, says that there is none.
    private func document(of reply: HTTPReply) throws(ModelFailure) -> JSONValue? {
        let json = try? JSONParser.parse(reply.body)
        switch reply.status {
        case 200..<300:
            guard let json, json.members != nil else {
                throw ModelFailure(.invalidBody, "The reply of \(endpoint.baseURL) is no JSON object.")
            }
            return json
        case 300..<400:
            let target = reply.header("location") ?? "nowhere"
            throw failure(
                .badRequest,
                "The server redirects to \(target). Redirects are not followed; put the final address into base_url."
            )
        case 404 where json?["error"]?.members != nil: return nil
        default:
            let error = ErrorReply(status: reply.status, json: json, body: reply.body)
            throw failure(
                error.kind,
                error.message,
                retryAfter: RetryAfter.wait(of: reply, now: Int(Date().timeIntervalSince1970)),
                isRetryable: reply.header("x-should-retry").flatMap(Bool.init)
            )
        }
    }

    /// A failure without the secret.
    func failure(
        _ kind: FailureKind,
        _ text: String,
        retryAfter: Duration? = nil,
        isRetryable: Bool? = nil
    ) -> ModelFailure {
        ModelFailure(
            kind,
            secret?.redacted(from: text) ?? text,
            retryAfter: retryAfter,
            isRetryable: isRetryable
        )
    }
}

/// Lines that come in pieces, for a receiver that may run anywhere.
private actor SplitLines {
    private var splitter = LineSplitter()

    func add(_ piece: some Collection<UInt8> & Sendable) throws -> [[UInt8]] { try splitter.add(piece) }

    func finish() -> [UInt8]? { splitter.finish() }
}
