/// Many texts, kept one after the other.
struct TextArena: Sendable {
    private static let chunkSize = 1 << 20

    private var chunks: [[UInt8]] = []
    private var places: [(chunk: UInt32, start: UInt32, count: UInt32)] = []

    /// How many texts there are.
    var count: Int { places.count }

    /// Adds a text.
    mutating func append(_ text: String) {
        let text = text.utf8
        if chunks.last.map({ $0.count + text.count > $0.capacity }) ?? true {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(max(Self.chunkSize, text.count))
        }
        let chunk = chunks.count - 1
        places.append((UInt32(chunk), UInt32(chunks[chunk].count), UInt32(text.count)))
        chunks[chunk].append(contentsOf: text)
    }

    /// Gives a text of a number to a function.
    func withText<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let place = places[number]
        let start = Int(place.start)
        let chunk = chunks[Int(place.chunk)]
        return body(chunk.span.extracting(start..<start + Int(place.count)))
    }

    /// The text of a number.
    subscript(_ number: Int) -> String {
        let place = places[number]
        return String(decoding: chunks[Int(place.chunk)][Int(place.start)...].prefix(Int(place.count)), as: UTF8.self)
    }
}
