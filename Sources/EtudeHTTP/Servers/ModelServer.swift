import AsyncHTTPClient
import EtudeCore
import EtudeModel
import Foundation
import NIOCore
import NIOHTTP1

/// A server as a model speaks to it: where it is, by which way, with which key and how much patience.
struct ModelServer: Sendable {
    /// The longest time that a list of models may take.
    private static let listTimeout = Duration.seconds(30)
    /// The longest time that the requests of a batch, or its results, may take on their way.
    private static let transferTimeout = Duration.seconds(3_600)

    /// The key, if the server wants one.
    let apiKey: Secret?
    /// Where the server is.
    let endpoint: Endpoint
    private let keyHeader: KeyHeader
    private let fields: [(String, String)]
    private let service: HTTPService
    private let proxy: Proxy?
    private let timeout: Duration

    /// A server.
    ///
    /// - Parameters:
    ///   - endpoint: its address.
    ///   - apiKey: the key, if it wants one.
    ///   - keyHeader: how the key goes there.
    ///   - fields: header fields that every request has.
    ///   - service: the connections.
    ///   - timeout: the longest time that one try may take, connecting included.
    ///   - name: the model's name, for a person.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header, or the environment names a proxy
    ///   that cannot be used.
    init(
        endpoint: Endpoint,
        apiKey: Secret?,
        keyHeader: KeyHeader,
        fields: [(String, String)] = [],
        service: HTTPService,
        timeout: Duration,
        name: String
    ) throws(EtudeError) {
        if let apiKey, apiKey.value.isEmpty || !apiKey.value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
            throw EtudeError(
                .config,
                "The key of \(name) is empty, or holds a blank, a line break or a character not ASCII."
            )
        }
        self.apiKey = apiKey
        self.endpoint = endpoint
        self.keyHeader = keyHeader
        self.fields = [("accept", "application/json"), ("user-agent", "etude")] + fields
        self.service = service
        self.timeout = timeout
        proxy = try service.proxies.proxy(for: endpoint)
    }

    /// A request without body and key, which can be sent again and again.
    ///
    /// - Parameters:
    ///   - method: the method.
    ///   - path: the path below the base address.
    ///   - query: what follows the path.
    /// - Returns: the request.
    /// - Throws: ``EtudeError`` with code `config` if the address cannot be taken apart.
    func request(_ method: HTTPMethod, _ path: String, query: String = "") throws(EtudeError) -> HTTPClient.Request {
        let address = endpoint.address(path, query: query)
        guard let request = try? HTTPClient.Request(url: address, method: method, headers: HTTPHeaders(fields)) else {
            throw EtudeError(.config, "The address \(address) cannot be used; correct base_url.")
        }
        return request
    }

    /// Sends a request with the key, once.
    ///
    /// - Parameters:
    ///   - request: what ``request(_:_:query:)`` made.
    ///   - body: the body; empty for none.
    ///   - contentType: the type of the body.
    ///   - limit: a time shorter than that of a try, if any.
    /// - Returns: the reply, whatever its status.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    func send(
        _ request: HTTPClient.Request,
        body: [UInt8] = [],
        contentType: String = "application/json",
        within limit: Duration? = nil
    ) async throws -> HTTPReply {
        var request = keyed(request)
        if !body.isEmpty {
            request.headers.add(name: "content-type", value: contentType)
            request.body = .byteBuffer(ByteBuffer(bytes: body))
        }
        return try await service.send(request, through: proxy, timeout: limit.map { min($0, timeout) } ?? timeout)
    }

    /// Sends a request with the requests of a batch.
    ///
    /// - Parameters:
    ///   - request: what ``request(_:_:query:)`` made.
    ///   - body: the body, made while it is sent.
    ///   - contentType: the type of the body.
    /// - Returns: the reply, whatever its status.
    /// - Throws: ``ModelFailure``, `CancellationError`, or what reading the requests throws.
    func send(_ request: HTTPClient.Request, body: BatchBody, contentType: String) async throws -> HTTPReply {
        var request = keyed(request)
        request.headers.add(name: "content-type", value: contentType)
        request.body = service.body(length: try body.length(), body.chunks)
        return try await service.send(request, through: proxy, timeout: Self.transferTimeout)
    }

    /// Sends a request and hands the body of a successful reply on, piece by piece.
    ///
    /// - Parameters:
    ///   - request: what ``request(_:_:query:)`` made.
    ///   - receive: takes a piece of the body; the next is read when it returns.
    /// - Returns: the reply, whatever its status; without its body if the status is 2xx.
    /// - Throws: ``ModelFailure``, `CancellationError`, or what `receive` throws.
    func stream(
        _ request: HTTPClient.Request,
        receive: @escaping ReplyCollector.Receiver
    ) async throws -> HTTPReply {
        try await service.stream(keyed(request), through: proxy, timeout: Self.transferTimeout, receive: receive)
    }

    /// A request with the key.
    private func keyed(_ request: HTTPClient.Request) -> HTTPClient.Request {
        guard let apiKey else { return request }
        var request = request
        request.headers.add(name: keyHeader.rawValue, value: keyHeader.value(of: apiKey))
        return request
    }

    /// Sends a request with a JSON document.
    func send(_ request: HTTPClient.Request, _ document: JSONValue) async throws -> HTTPReply {
        var writer = JSONWriter()
        writer.write(document)
        return try await send(request, body: writer.bytes)
    }

    /// The names of the models that the server has.
    ///
    /// - Parameter query: what follows `/models`.
    /// - Returns: the names in the server's order; nil where it has no list of models, or none that can be read.
    /// - Throws: ``ModelFailure``, or `CancellationError`.
    func models(query: String = "") async throws -> [String]? {
        let reply = try await send(try request(.GET, "/models", query: query), within: Self.listTimeout)
        let json = try? JSONParser.parse(reply.body)
        switch reply.status {
        case 200..<300: return ModelList.names(in: json ?? .null)
        case 404, 405, 501: return nil
        default: throw ErrorReply(reply, json: json).failure(redacting: apiKey, now: WallClock.seconds)
        }
    }
}
