import EtudeCore
import EtudeModel

/// The body of a request that carries the requests of a batch, made while it is sent: a head, the requests, a tail.
struct BatchBody: Sendable {
    private static let chunkSize = 256 << 10

    let requests: BatchRequests
    let head: [UInt8]
    let separator: UInt8
    let tail: [UInt8]
    /// How a request stands in the body.
    let wrap: @Sendable (BatchRequest) -> JSONValue

    /// The bytes of the whole body, found by reading all requests once.
    func length() throws -> Int {
        let next = try chunks()
        var length = 0
        while let chunk = try next() { length += chunk.count }
        return length
    }

    /// Begins to make the body.
    ///
    /// - Returns: a function that gives the next bytes, and nil after the last.
    /// - Throws: what reading the requests throws.
    func chunks() throws -> () throws -> [UInt8]? {
        let cursor = try requests.cursor()
        var begin = head
        var isFirst = true
        var isDone = false
        return {
            guard !isDone else { return nil }
            var writer = JSONWriter()
            var chunk = begin
            begin = []
            while chunk.count < Self.chunkSize {
                guard let request = try cursor() else {
                    isDone = true
                    return chunk + tail
                }
                if !isFirst { chunk.append(separator) }
                isFirst = false
                writer.reset()
                writer.write(wrap(request))
                chunk += writer.bytes
            }
            return chunk
        }
    }
}
