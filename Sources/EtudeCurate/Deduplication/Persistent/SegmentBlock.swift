import EtudeCore

/// Some rows of a segment, as they stand in its file: a frame, the hashes, the texts, and the hash of the chain.
///
/// The frame is the number of rows and the bytes of the two parts, 4 bytes each. A row's hashes are the bytes of its id
/// (2), of its text (4) and the number of its words' hashes (2), then the bands' and the words' hashes, 4 bytes each; its
/// text is its id and the text as written. Each hash of the chain is SHA-256 over the one before it and the block, the first being the
/// header's, and the last block has no rows: no byte can be changed, left out, moved or added unseen.
struct SegmentBlock: Sendable {
    /// The bytes of a frame.
    static let frameSize = 12
    /// The most bytes of a block's parts: those of the longest line of a release, and one full block.
    static let maximumBytes = 80 << 20

    private(set) var rows: UInt32 = 0
    private var keys: [UInt8] = []
    private var texts: [UInt8] = []

    /// The bytes of its parts.
    var size: Int { keys.count + texts.count }

    /// Adds a row.
    mutating func append(id: String, text: [UInt8], keys hashes: TextKeys) {
        keys.append(littleEndian: UInt16(id.utf8.count))
        keys.append(littleEndian: UInt32(text.count))
        keys.append(littleEndian: UInt16(hashes.words.count))
        for hash in hashes.bands + hashes.words { keys.append(littleEndian: hash) }
        texts += id.utf8
        texts += text
        rows += 1
    }

    /// The block with the hash that follows another in the chain.
    func bytes(after chain: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.frameSize + size + 32)
        bytes.append(littleEndian: rows)
        bytes.append(littleEndian: UInt32(keys.count))
        bytes.append(littleEndian: UInt32(texts.count))
        bytes += keys
        bytes += texts
        return bytes + Self.hash(bytes, after: chain)
    }

    /// The hash that follows another in the chain.
    static func hash(_ block: [UInt8], after chain: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(chain)
        hash.update(block)
        return hash.finish().bytes
    }
}
