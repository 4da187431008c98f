import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Collects one reply as it comes in, and breaks off when it grows too long; or hands the body of a successful one on.
final class ReplyCollector: HTTPClientResponseDelegate {
    /// Takes a piece of a body; the next is read when it returns.
    typealias Receiver = @Sendable (ByteBuffer) async throws -> Void

    /// The reply is longer than is ever read.
    enum TooLong: Error {
        /// Status line and header fields are.
        case head
        /// The body is.
        case body
    }

    private struct State: Sendable {
        var head: HTTPResponseHead?
        var body = ByteBuffer()
    }

    private let bodyLimit: Int
    private let receive: Receiver?
    private let state = Mutex(State())

    /// A collector for one reply.
    ///
    /// - Parameters:
    ///   - bodyLimit: the most bytes of a body that is collected.
    ///   - receive: takes the body of a successful reply, which may then have any length; nil to collect that too.
    init(bodyLimit: Int, receive: Receiver? = nil) {
        self.bodyLimit = bodyLimit
        self.receive = receive
    }

    func didReceiveHead(task: HTTPClient.Task<HTTPReply>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let announced = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= bodyLimit || receiver(of: head) != nil else {
            return task.eventLoop.makeFailedFuture(TooLong.body)
        }
        state.withLock { $0.head = head }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<HTTPReply>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
        if let receive = state.withLock({ $0.head.flatMap(receiver) }) {
            return task.eventLoop.makeFutureWithTask { try await receive(part) }
        }
        let isTaken = state.withLock { state in
            guard state.body.readableBytes + part.readableBytes <= bodyLimit else { return false }
            state.body.writeImmutableBuffer(part)
            return true
        }
        return isTaken ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(TooLong.body)
    }

    func didFinishRequest(task: HTTPClient.Task<HTTPReply>) throws -> HTTPReply {
        try state.withLock { state in
            guard let head = state.head else { throw HTTPClientError.remoteConnectionClosed }
            return HTTPReply(
                status: Int(head.status.code),
                headers: head.headers,
                body: Array(state.body.readableBytesView)
            )
        }
    }

    /// Who takes the body of a reply; nil where it is collected.
    private func receiver(of head: HTTPResponseHead) -> Receiver? {
        (200..<300).contains(head.status.code) ? receive : nil
    }
}
