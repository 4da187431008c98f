import FlyingSocks

/// The first bytes of a body, at once or byte by byte, after which the connection breaks or nothing more comes.
struct FaultyBody: AsyncBufferedSequence {
    typealias Element = UInt8

    /// The connection breaks here.
    struct Broken: Error {}

    let bytes: ArraySlice<UInt8>
    let stalls: Bool
    /// The time before each byte; nil if they come at once.
    let pause: Duration?

    func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes, stalls: stalls, pause: pause) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var bytes: ArraySlice<UInt8>
        let stalls: Bool
        let pause: Duration?

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            if let pause { try await Task.sleep(for: pause) }
            let buffer = bytes.prefix(pause == nil ? count : 1)
            bytes = bytes.dropFirst(buffer.count)
            guard buffer.isEmpty else { return buffer }
            if stalls { try await Task.sleep(for: .seconds(3600)) }
            throw Broken()
        }
    }
}
