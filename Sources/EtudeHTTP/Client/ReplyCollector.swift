import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Collects one reply as it comes in, and breaks off when it grows too long.
final class ReplyCollector: HTTPClientResponseDelegate {
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
    private let state = Mutex(State())

    /// A collector for one reply with a body of at most so many bytes.
    init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

    func didReceiveHead(task: HTTPClient.Task<HTTPReply>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        let announced = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= bodyLimit else { return task.eventLoop.makeFailedFuture(TooLong.body) }
        state.withLock { $0.head = head }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<HTTPReply>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
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
}
