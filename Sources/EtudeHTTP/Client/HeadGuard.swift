import NIOCore
import NIOHTTP1

/// Breaks a connection (HTTP/1) whose reply has a head longer than is ever read.
///
/// The decoder behind it limits each header field, but collects a status line for as long as it comes. HTTP/2 needs no
/// guard: its heads come in frames, which are limited.
final class HeadGuard: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private var scan = HeadScan()
    private let limit: Int

    /// A guard that lets heads of at most so many bytes pass.
    init(limit: Int) { self.limit = limit }

    /// Puts a guard before the decoder of a connection.
    static func add(to channel: any Channel, limit: Int) -> EventLoopFuture<Void> {
        channel.eventLoop.submit {
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(HeadGuard(limit: limit), position: .before(decoder))
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .head = unwrapOutboundIn(data) { scan = HeadScan() }
        context.write(data, promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        scan.read(unwrapInboundIn(data).readableBytesView)
        guard scan.count <= limit else {
            context.fireErrorCaught(ReplyCollector.TooLong.head)
            context.close(promise: nil)
            return
        }
        context.fireChannelRead(data)
    }
}
