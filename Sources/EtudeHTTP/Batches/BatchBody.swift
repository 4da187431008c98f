import EtudeCore
import EtudeModel
import NIOCore

/// The body of a request that carries the requests of a batch, made while it is sent: a head, the requests, a tail.
struct BatchBody: AsyncSequence, Sendable {
    private static let chunkSize = 256 << 10

    let requests: BatchRequests
    let head: [UInt8]
    let separator: UInt8
    let tail: [UInt8]
    /// How a request stands in the body.
    let wrap: @Sendable (BatchRequest) -> JSONValue

    /// The bytes of the whole body, found by reading all requests once.
    func length() throws -> Int {
        var iterator = makeAsyncIterator()
        var length = 0
        while let chunk = try iterator.chunk() { length += chunk.count }
        return length
    }

    func makeAsyncIterator() -> Iterator { Iterator(body: self) }

    /// Makes the body, a chunk at a time.
    struct Iterator: AsyncIteratorProtocol {
        private enum Stage { case head, requests, done }

        let body: BatchBody
        private var stage = Stage.head
        private var cursor: BatchRequests.Cursor = { nil }
        private var isFirst = true

        init(body: BatchBody) {
            self.body = body
        }

        mutating func next() async throws -> ByteBuffer? {
            try chunk().map { ByteBuffer(bytes: $0) }
        }

        /// The next bytes; nil after the last.
        fileprivate mutating func chunk() throws -> [UInt8]? {
            switch stage {
            case .head:
                cursor = try body.requests.cursor()
                stage = .requests
                return body.head
            case .requests:
                var writer = JSONWriter()
                var chunk: [UInt8] = []
                while chunk.count < BatchBody.chunkSize {
                    guard let request = try cursor() else {
                        stage = .done
                        return chunk + body.tail
                    }
                    if !isFirst { chunk.append(body.separator) }
                    isFirst = false
                    writer.reset()
                    writer.write(body.wrap(request))
                    chunk += writer.bytes
                }
                return chunk
            case .done: return nil
            }
        }
    }
}
