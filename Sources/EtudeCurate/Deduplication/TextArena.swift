/// Many texts in memory, one after the other.
public struct TextArena: TextStore {
    private static let chunkSize = 1 << 20

    private var chunks: [[UInt8]] = []
    private var places: [(chunk: UInt32, start: UInt32, count: UInt32)] = []

    /// No texts.
    public init() {}

    /// How many texts there are.
    public var count: Int { places.count }

    /// Adds a text.
    public mutating func append(_ text: String) {
        let text = text.utf8
        if chunks.last.map({ $0.count + text.count > $0.capacity }) ?? true {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(max(Self.chunkSize, text.count))
        }
        let chunk = chunks.count - 1
        places.append((UInt32(chunk), UInt32(chunks[chunk].count), UInt32(text.count)))
        chunks[chunk].append(contentsOf: text)
    }

    /// The bytes of a text.
    public func bytes(of number: Int) -> [UInt8] {
        let place = places[number]
        return Array(chunks[Int(place.chunk)][Int(place.start)...].prefix(Int(place.count)))
    }

    /// The text of a number.
    subscript(_ number: Int) -> String {
        String(decoding: bytes(of: number), as: UTF8.self)
    }
}
