/// Writes a segment of a signature index: the rows of one release with what finding and comparing them takes.
///
/// A row costs its text, its id, and 8 bytes more than 4 for each of its hashes: with the default settings, 76 bytes, and
/// at most 100 more for a text of at most 24 words.
public struct SegmentWriter: Sendable {
    private let blockBytes: Int
    private var chain: [UInt8]
    private var ready: [UInt8]
    private var block = SegmentBlock()

    /// A writer of a segment.
    ///
    /// - Parameters:
    ///   - header: what it is bound to.
    ///   - blockBytes: from how many bytes on a block is ended.
    public init(_ header: SegmentHeader, blockBytes: Int = 1 << 20) {
        self.blockBytes = blockBytes
        ready = header.bytes
        chain = Array(ready.suffix(32))
    }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - id: its id.
    ///   - text: its text in UTF-8.
    ///   - keys: the hashes of the text.
    /// - Returns: the next bytes of the file, often none.
    public mutating func append(id: String, text: [UInt8], keys: TextKeys) -> [UInt8] {
        block.append(id: id, text: text, keys: keys)
        if block.size >= blockBytes { endBlock() }
        defer { ready = [] }
        return ready
    }

    /// Ends the segment.
    ///
    /// - Returns: the last bytes of the file.
    public mutating func finish() -> [UInt8] {
        if block.rows > 0 { endBlock() }
        endBlock()
        defer { ready = [] }
        return ready
    }

    private mutating func endBlock() {
        let bytes = block.bytes(after: chain)
        chain = Array(bytes.suffix(32))
        ready += bytes
        block = SegmentBlock()
    }
}
