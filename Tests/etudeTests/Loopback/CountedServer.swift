import EtudeTesting
import Synchronization

/// A handler for the loopback server that lets a test wait for requests and change what is answered.
final class CountedServer: Sendable {
    /// Whether it answers as it should; otherwise as `ill` says.
    let isWell: Mutex<Bool>
    private let ill: LoopbackChatServer.Handler
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    /// A server that is well.
    convenience init() {
        self.init(isWell: true) { request, number in PureAnswers().reply(to: request, number: number) }
    }

    /// A server that is ill until it is told to be well.
    convenience init(ill: @escaping LoopbackChatServer.Handler) { self.init(isWell: false, ill: ill) }

    private init(isWell: Bool, ill: @escaping LoopbackChatServer.Handler) {
        self.isWell = Mutex(isWell)
        self.ill = ill
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Answers from now on as it should.
    func recover() { isWell.withLock { $0 = true } }

    /// Answers a request.
    func reply(to request: ReceivedRequest, number: Int) async throws -> ServerReply {
        continuation.yield()
        guard isWell.withLock({ $0 }) else { return try await ill(request, number) }
        return PureAnswers().reply(to: request, number: number)
    }

    /// Waits until so many further requests have arrived.
    func arrivals(_ count: Int) async {
        var left = count
        guard left > 0 else { return }
        for await _ in stream {
            left -= 1
            if left == 0 { return }
        }
    }
}
