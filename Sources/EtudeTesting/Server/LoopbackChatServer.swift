import EtudeCore
import FlyingFox
import FlyingSocks
import Foundation

/// A chat completion server on 127.0.0.1 at a free port, for tests.
public actor LoopbackChatServer {
    /// Answers the request of a number, counted from 0 in the order of arrival.
    public typealias Handler = @Sendable (ReceivedRequest, Int) async throws -> ServerReply

    /// The requests so far, in the order of arrival.
    public private(set) var requests: [ReceivedRequest] = []
    private let handler: Handler

    private init(handler: @escaping Handler) {
        self.handler = handler
    }

    /// Runs a server for as long as some work takes.
    ///
    /// - Parameters:
    ///   - handler: answers the requests.
    ///   - work: what to do while the server runs; it is given the server and the base address for a model.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, or what prevents the server from listening.
    public static func run<Result: Sendable>(
        answering handler: @escaping Handler,
        _ work: (_ server: LoopbackChatServer, _ baseURL: String) async throws -> Result
    ) async throws -> Result {
        let server = LoopbackChatServer(handler: handler)
        return try await LoopbackListener.run(answering: { try await server.respond(to: $0) }) { baseURL in
            try await work(server, baseURL)
        }
    }

    private func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        let bytes = Array(try await request.bodyData)
        guard let body = bytes.isEmpty ? .null : try? JSONParser.parse(bytes) else {
            return HTTPResponse(statusCode: .badRequest)
        }
        let headers = request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }
        let received = ReceivedRequest(
            method: request.method.rawValue,
            path: request.path,
            query: request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"),
            headers: Dictionary(headers) { first, _ in first },
            body: body
        )
        requests.append(received)
        let reply = try await handler(received, requests.count - 1)
        try await Task.sleep(for: reply.delay)
        return reply.response
    }
}

extension ServerReply {
    /// The reply in the server's terms.
    var response: HTTPResponse {
        var fields = HTTPHeaders(Dictionary(uniqueKeysWithValues: headers.map { (HTTPHeader($0.key), $0.value) }))
        if fields[.contentType] == nil { fields[.contentType] = "application/json" }
        return switch ending {
        case .whole:
            HTTPResponse(statusCode: code, headers: fields, body: Data(body))
        case .refused:
            HTTPResponse(webSocket: Refusal())
        case .cut(let count):
            HTTPResponse(statusCode: code, headers: fields, body: faulty(after: count, stalls: false))
        case .stalled(let count):
            HTTPResponse(statusCode: code, headers: fields, body: faulty(after: count, stalls: true))
        case .slow(let pause):
            HTTPResponse(
                statusCode: code,
                headers: fields,
                body: faulty(after: body.count, stalls: false, pause: pause)
            )
        }
    }

    private var code: HTTPStatusCode { HTTPStatusCode(status, phrase: "Status") }

    private func faulty(after count: Int, stalls: Bool, pause: Duration? = nil) -> HTTPBodySequence {
        HTTPBodySequence(from: FaultyBody(bytes: body.prefix(count), stalls: stalls, pause: pause), count: body.count)
    }

    /// A protocol switch that fails, upon which the server closes the connection without a byte.
    private struct Refusal: WSHandler {
        func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
            throw FaultyBody.Broken()
        }
    }
}
