import AsyncHTTPClient
import EtudeCore
import EtudeModel
import NIOCore
import NIOHTTP1

/// The connections of a run, shared by its models.
///
/// TLS certificates are verified, redirects are not followed, and nothing is retried here. A proxy is not used, not
/// even where the environment names one.
public final class HTTPService: Sendable {
    private let client: HTTPClient
    private let bodyLimit: Int

    /// A service without open connections; it must be shut down in the end.
    ///
    /// - Parameters:
    ///   - connections: the most connections to one host (HTTP/1.1); no fewer than the requests that run at once,
    ///     because a request that waits for a connection longer than the connect timeout fails.
    ///   - connectTimeout: the longest time that connecting may take, TLS included.
    ///   - bodyLimit: the most bytes of a response body that are read.
    public init(connections: Int, connectTimeout: Duration = .seconds(10), bodyLimit: Int = 64 << 20) {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = TimeAmount(connectTimeout)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        self.bodyLimit = bodyLimit
    }

    /// Closes all connections; requests under way fail.
    ///
    /// - Throws: what the connections throw as they close.
    public func shutdown() async throws {
        try await client.shutdown()
    }

    /// Sends a request and reads the whole response.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: the longest time from sending to the last byte of the response.
    /// - Returns: the response, whatever its status.
    /// - Throws: ``ModelFailure`` of kind `transport`, `timeout` or `invalidBody`, or `CancellationError`.
    func send(_ request: HTTPClientRequest, timeout: Duration) async throws -> HTTPReply {
        do {
            return try await Deadline.run(within: timeout) { [client, bodyLimit] in
                let response = try await client.execute(request, deadline: .distantFuture)
                let body = try await response.body.collect(upTo: bodyLimit)
                return HTTPReply(
                    status: Int(response.status.code),
                    headers: response.headers.map { ($0.name, $0.value) },
                    body: Array(body.readableBytesView)
                )
            }
        } catch {
            try Task.checkCancellation()
            throw TransportError.failure(of: error, timeout: timeout)
        }
    }

    /// Sends a request and hands the body of a successful response on, piece by piece.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: the longest time from sending to the end of the last piece's work.
    ///   - receive: takes a piece of the body; the next is read when it returns.
    /// - Returns: the response; without its body if the status is 2xx.
    /// - Throws: ``ModelFailure`` of kind `transport`, `timeout` or `invalidBody`, `CancellationError`, or what `receive`
    ///   throws in the project's own terms.
    func stream(
        _ request: HTTPClientRequest,
        timeout: Duration,
        receive: @escaping @Sendable (ByteBufferView) async throws -> Void
    ) async throws -> HTTPReply {
        do {
            return try await Deadline.run(within: timeout) { [client, bodyLimit] in
                let response = try await client.execute(request, deadline: .distantFuture)
                var body = ByteBuffer()
                if (200..<300).contains(response.status.code) {
                    for try await piece in response.body { try await receive(piece.readableBytesView) }
                } else {
                    body = try await response.body.collect(upTo: bodyLimit)
                }
                return HTTPReply(
                    status: Int(response.status.code),
                    headers: response.headers.map { ($0.name, $0.value) },
                    body: Array(body.readableBytesView)
                )
            }
        } catch let error where error is EtudeError || error is ModelFailure {
            throw error
        } catch {
            try Task.checkCancellation()
            throw TransportError.failure(of: error, timeout: timeout)
        }
    }
}
