import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on 127.0.0.1 that answers with raw bytes, with or without TLS.
final class RawServer: Sendable {
    /// What follows when something has been received.
    enum Action: Sendable {
        /// More has to come.
        case wait
        /// These bytes.
        case send(String)
        /// These bytes, and then others for ever.
        case flood(String, String)
        /// The connection breaks without a farewell.
        case reset
    }

    /// Decides what follows from what a connection has received since the last action.
    typealias Script = @Sendable (_ received: String) -> Action

    /// What was received before each action, in order.
    var received: [String] { log.withLock(\.self) }
    /// How many bytes have been handed to connections.
    var sent: Int { count.withLock(\.self) }
    fileprivate let script: Script
    private let log = Mutex<[String]>([])
    private let count = Mutex(0)

    private init(_ script: @escaping Script) { self.script = script }

    /// Runs a server for as long as some work takes.
    static func run<Result: Sendable>(
        isSecure: Bool = false,
        _ script: @escaping Script,
        _ work: (_ server: RawServer, _ port: Int) async throws -> Result
    ) async throws -> Result {
        let server = RawServer(script)
        let tls = isSecure ? try context() : nil
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(Handler(server))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await work(server, channel.localAddress?.port ?? 0)
            try await channel.close()
            return result
        } catch {
            try await channel.close()
            throw error
        }
    }

    private static func context() throws -> NIOSSLContext {
        let certificate = try NIOSSLCertificate(bytes: Array(TestCertificate.server.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(TestCertificate.key.utf8), format: .pem)
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(certificate)],
            privateKey: .privateKey(key)
        )
        return try NIOSSLContext(configuration: configuration)
    }

    fileprivate func note(_ text: String) { log.withLock { $0.append(text) } }
    fileprivate func note(sent bytes: Int) { count.withLock { $0 += bytes } }
}

private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: RawServer
    private var received = ""

    init(_ server: RawServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        let action = server.script(received)
        if case .wait = action { return }
        server.note(received)
        received = ""
        switch action {
        case .wait: break
        case .send(let text): send(text, context)
        case .flood(let start, let wave):
            send(start, context)
            flood(wave, context)
        case .reset:
            // To close with no time to linger sends a reset instead of a farewell.
            let socket = context.channel as? any SocketOptionProvider
            _ = socket?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func send(_ text: String, _ context: ChannelHandlerContext) {
        server.note(sent: text.utf8.count)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    /// Sends a wave again and again, each when the one before it has left.
    private func flood(_ wave: String, _ context: ChannelHandlerContext) {
        server.note(sent: wave.utf8.count)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: wave))).whenSuccess {
            let (handler, context) = bound.value
            handler.flood(wave, context)
        }
    }
}
