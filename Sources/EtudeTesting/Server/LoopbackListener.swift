import FlyingFox
import FlyingSocks

/// A port of 127.0.0.1 at which the tests' servers listen.
enum LoopbackListener {
    /// Listens at a free port for as long as some work takes.
    ///
    /// - Parameters:
    ///   - respond: answers the requests.
    ///   - work: what to do meanwhile; it is given the base address for a model.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, or what prevents the server from listening.
    static func run<Result: Sendable>(
        answering respond: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse,
        _ work: (_ baseURL: String) async throws -> Result
    ) async throws -> Result {
        let http = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0),
            timeout: 3600,
            logger: .disabled,
            handler: ClosureHTTPHandler(respond)
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await http.run() }
            defer { group.cancelAll() }
            try await http.waitUntilListening(timeout: 120)
            guard case .ip4(_, let port) = await http.listeningAddress else { throw CancellationError() }
            return try await work("http://127.0.0.1:\(port)/v1")
        }
    }
}
