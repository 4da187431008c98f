import FlyingSocks

/// The first bytes of a body, after which the connection breaks or nothing more comes.
struct FaultyBody: AsyncBufferedSequence {
    typealias Element = UInt8

    /// The connection breaks here.
    struct Broken: Error {}

    let bytes: ArraySlice<UInt8>
    let stalls: Bool

    func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes, stalls: stalls) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var bytes: ArraySlice<UInt8>
        let stalls: Bool

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            let buffer = bytes.prefix(count)
            bytes = bytes.dropFirst(count)
            guard buffer.isEmpty else { return buffer }
            if stalls { try await Task.sleep(for: .seconds(3600)) }
            throw Broken()
        }
    }
}
