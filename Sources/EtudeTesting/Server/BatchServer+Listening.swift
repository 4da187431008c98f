import FlyingFox
import FlyingSocks
import Foundation

extension BatchServer {
    /// Runs a server for as long as some work takes.
    ///
    /// - Parameters:
    ///   - script: what the batches go through.
    ///   - work: what to do while the server runs; it is given the server and the base address.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws, or what prevents the server from listening.
    public static func run<Result: Sendable>(
        _ script: BatchScript = BatchScript(),
        _ work: (_ server: BatchServer, _ baseURL: String) async throws -> Result
    ) async throws -> Result {
        let server = BatchServer(script)
        return try await LoopbackListener.run(answering: { try await server.respond(to: $0) }) { baseURL in
            try await work(server, baseURL)
        }
    }

    private func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        let call = "\(request.method.rawValue) \(request.path)"
        let body = String(decoding: try await request.bodyData, as: UTF8.self)
        let fault = take(call)
        if let fault, !fault.isAfter { return fault.reply.response }
        let reply = reply(to: request, body: body)
        return (fault?.reply ?? reply).response
    }

    private func reply(to request: HTTPRequest, body: String) -> ServerReply {
        let isAnthropic = request.path.hasPrefix("/v1/messages/")
        let key = isAnthropic ? request.headers[HTTPHeader("x-api-key")] : request.headers[.authorization]
        guard key == (isAnthropic ? Self.key : "Bearer \(Self.key)") else {
            return .refusal(401, "invalid_api_key", "The key is wrong.")
        }
        let path = request.path.split(separator: "/").map(String.init)
        let query = Dictionary(request.query.map { ($0.name, $0.value) }) { $1 }
        return isAnthropic
            ? anthropicReply(request.method.rawValue, Array(path.dropFirst(3)), query, body)
            : openAIReply(
                request.method.rawValue,
                Array(path.dropFirst()),
                query,
                body,
                contentType: request.headers[.contentType] ?? ""
            )
    }
}
