import EtudeCore
import EtudeModel
import NIOCore
import NIOHTTP1

/// Calls to the addresses of a batch provider; each is one try.
struct BatchConnection: Sendable {
    let server: ModelServer

    /// The address of the server, for a person.
    var address: String { server.endpoint.baseURL }

    /// Calls an address.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: what follows the base address.
    ///   - query: what follows the path.
    ///   - json: the body, if there is one.
    /// - Returns: the reply's document; nil where the provider says that it has no such thing.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    func call(
        _ method: HTTPMethod,
        _ path: String,
        query: String = "",
        json: JSONValue? = nil
    ) async throws -> JSONValue? {
        let request = try server.request(method, path, query: query)
        guard let json else { return try document(of: try await server.send(request)) }
        return try document(of: try await server.send(request, json))
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
        let request = try server.request(.POST, path)
        return try document(of: try await server.send(request, body: body, contentType: contentType))
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
        let reply = try await server.stream(try server.request(.GET, path)) { piece in
            for line in try await lines.add(piece.readableBytesView) { try await receive(try? JSONParser.parse(line)) }
        }
        guard (200..<300).contains(reply.status) else { return try document(of: reply) != nil }
        if let last = await lines.finish() { try await receive(try? JSONParser.parse(last)) }
        return true
    }

    /// The document of a reply; nil where the provider itself, and not something on the way, says that there is none.
    private func document(of reply: HTTPReply) throws(ModelFailure) -> JSONValue? {
        let json = try? JSONParser.parse(reply.body)
        switch reply.status {
        case 200..<300:
            guard let json, json.members != nil else {
                throw ModelFailure(.invalidBody, "The reply of \(address) is no JSON object.")
            }
            return json
        case 404 where json?["error"]?.members != nil: return nil
        default: throw ErrorReply(reply, json: json).failure(redacting: server.apiKey, now: WallClock.seconds)
        }
    }
}

/// Lines that come in pieces, for a receiver that may run anywhere.
private actor SplitLines {
    private var splitter = LineSplitter()

    func add(_ piece: some Collection<UInt8> & Sendable) throws -> [[UInt8]] { try splitter.add(piece) }

    func finish() -> [UInt8]? { splitter.finish() }
}
