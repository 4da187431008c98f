import AsyncHTTPClient
public import EtudeCore
import EtudeModel
import NIOCore
import NIOSSL
import Synchronization

/// The connections of a run, shared by its models.
///
/// TLS certificates are always verified, redirects are never followed, and nothing is retried here.
public final class HTTPService: Sendable, CustomReflectable {
    /// One client for each way to the servers, made when the first request goes that way.
    private struct Clients: Sendable {
        var open: [Proxy?: HTTPClient] = [:]
        var isClosed = false
    }

    /// Which proxies lead where.
    let proxies: ProxyRules
    private let configuration: Configuration
    private let tls: TLSConfiguration
    private let clients = Mutex(Clients())
    /// All requests run on one loop, so that none hops between threads; a model's answers are too slow to fill it.
    private let loop = HTTPClient.defaultEventLoopGroup.any()

    /// A service without open connections; it must be shut down in the end.
    ///
    /// - Parameter configuration: how to connect.
    /// - Throws: ``EtudeError`` with code `config` if the file of certificates cannot be read.
    public init(_ configuration: Configuration) throws(EtudeError) {
        tls = try TLSTrust.configuration(caFile: configuration.caFile)
        proxies = configuration.proxies
        self.configuration = configuration
    }

    /// A service without proxies that trusts the system's authorities; it must be shut down in the end.
    public init(connections: Int) {
        tls = TLSTrust.system
        proxies = .none
        configuration = Configuration(connections: connections)
    }

    /// Nothing to look into: a proxy's address may hold a password.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Closes all connections; requests under way fail, and so does every later one.
    ///
    /// - Throws: what the connections throw as they close.
    public func shutdown() async throws {
        let open = clients.withLock { clients in
            defer { clients = Clients(isClosed: true) }
            return Array(clients.open.values)
        }
        for client in open { try await client.shutdown() }
    }

    /// Sends a request and reads the whole reply.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - proxy: the proxy to send it through, if any.
    ///   - timeout: the longest time from now to the last byte of the reply, connecting included.
    /// - Returns: the reply, whatever its status.
    /// - Throws: ``ModelFailure`` of kind `transport`, `timeout`, `invalidBody` or `authentication` (of the proxy), or
    ///   `CancellationError`.
    func send(_ request: HTTPClient.Request, through proxy: Proxy?, timeout: Duration) async throws -> HTTPReply {
        let collector = ReplyCollector(bodyLimit: configuration.bodyLimit)
        return try await execute(request, collector, through: proxy, timeout: timeout)
    }

    /// Sends a request and hands the body of a successful reply on, piece by piece, however long it is.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - proxy: the proxy to send it through, if any.
    ///   - timeout: the longest time from now to the end of the work on the last piece.
    ///   - receive: takes a piece of the body; the next is read when it returns.
    /// - Returns: the reply, whatever its status; without its body if the status is 2xx.
    /// - Throws: what ``send(_:through:timeout:)`` throws, and ``EtudeError`` or ``ModelFailure`` where `receive` throws them.
    func stream(
        _ request: HTTPClient.Request,
        through proxy: Proxy?,
        timeout: Duration,
        receive: @escaping ReplyCollector.Receiver
    ) async throws -> HTTPReply {
        let collector = ReplyCollector(bodyLimit: configuration.bodyLimit, receive: receive)
        return try await execute(request, collector, through: proxy, timeout: timeout)
    }

    /// A body that is made while it is sent.
    ///
    /// - Parameters:
    ///   - length: its bytes.
    ///   - makeChunks: begins to make it: gives a function for the next bytes, nil after the last.
    /// - Returns: the body.
    func body(
        length: Int,
        _ makeChunks: @escaping @Sendable () throws -> () throws -> [UInt8]?
    ) -> HTTPClient.Body {
        .stream(contentLength: Int64(length)) { [loop] writer in
            loop.makeFutureWithTask {
                let next = try makeChunks()
                while let chunk = try next() { try await writer.write(.byteBuffer(ByteBuffer(bytes: chunk))).get() }
            }
        }
    }

    private func execute(
        _ request: HTTPClient.Request,
        _ collector: ReplyCollector,
        through proxy: Proxy?,
        timeout: Duration
    ) async throws -> HTTPReply {
        try Task.checkCancellation()
        let task = try client(through: proxy).execute(
            request: request,
            delegate: collector,
            eventLoop: .delegate(on: loop),
            deadline: .now() + TimeAmount(timeout)
        )
        do {
            return try await withTaskCancellationHandler {
                try await task.futureResult.get()
            } onCancel: {
                task.cancel()
            }
        } catch let error where error is EtudeError || error is ModelFailure {
            throw error
        } catch {
            try Task.checkCancellation()
            throw TransportError.failure(of: error, timeout: timeout)
        }
    }

    private func client(through proxy: Proxy?) throws(ModelFailure) -> HTTPClient {
        let client = clients.withLock { clients -> HTTPClient? in
            guard !clients.isClosed else { return nil }
            if let client = clients.open[proxy] { return client }
            let client = makeClient(through: proxy)
            clients.open[proxy] = client
            return client
        }
        guard let client else { throw ModelFailure(.transport, "The connections of this run are closed.") }
        return client
    }

    private func makeClient(through proxy: Proxy?) -> HTTPClient {
        var settings = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        settings.timeout.connect = TimeAmount(configuration.connectTimeout)
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = configuration.connections
        settings.connectionPool.retryConnectionEstablishment = false
        settings.proxy = proxy.map { proxy in
            switch proxy.kind {
            case .http:
                .server(
                    host: proxy.host,
                    port: proxy.port,
                    authorization: proxy.user.map { .basic(username: $0, password: proxy.password.value) }
                )
            case .socks: .socksServer(host: proxy.host, port: proxy.port)
            }
        }
        // Named for debugging, it is the one place at which a handler can be put into every connection.
        settings.http1_1ConnectionDebugInitializer = { [limit = configuration.headLimit] in
            HeadGuard.add(to: $0, limit: limit)
        }
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: settings)
    }
}
