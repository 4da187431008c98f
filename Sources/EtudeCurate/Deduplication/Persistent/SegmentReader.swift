public import EtudeCore

/// The bytes of a segment, read at any place.
public protocol SegmentFile: Sendable {
    /// The bytes from an offset on; fewer than asked for at the end only.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func read(at offset: Int, count: Int) throws(EtudeError) -> [UInt8]
}

/// Reads a segment of a signature index, which it checks on the way.
public struct SegmentReader: Sendable {
    /// Where the id and the text of a row stand in the file.
    struct Place: Sendable {
        let offset: Int
        let id: UInt16
        let text: UInt32
    }

    let file: any SegmentFile
    private let header: SegmentHeader
    private let bands: Int

    /// A reader of a file that should hold a certain segment.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - header: what the segment should be bound to.
    ///   - comparison: when texts are near.
    public init(_ file: any SegmentFile, expecting header: SegmentHeader, comparison: TextComparison) {
        self.file = file
        self.header = header
        bands = comparison.bands
    }

    /// What keeps the file from being the segment; nil where nothing does.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func flaw() throws(EtudeError) -> SegmentFlaw? {
        try read { _, _ in }
    }

    /// Reads the rows, in order.
    ///
    /// - Parameter body: takes where a row stands, and its hashes; what it took is worth nothing if there is a flaw.
    /// - Returns: the flaw that was found; nil for a whole segment.
    /// - Throws: ``EtudeError`` with code `io`.
    func read(_ body: (Place, TextKeys) -> Void) throws(EtudeError) -> SegmentFlaw? {
        let start = try file.read(at: 0, count: SegmentHeader.size)
        if let flaw = header.flaw(of: start) { return flaw }
        var chain = Array(start.suffix(32))
        var offset = start.count
        while true {
            var frame = ByteCursor(try file.read(at: offset, count: SegmentBlock.frameSize)[...])
            guard let rows = frame.word32(), let keys = frame.word32().map(Int.init),
                let texts = frame.word32().map(Int.init), keys + texts <= SegmentBlock.maximumBytes
            else { return .damaged }
            let size = SegmentBlock.frameSize + keys + texts
            var bytes = try file.read(at: offset, count: size + 32)
            guard bytes.count == size + 32 else { return .damaged }
            let hash = Array(bytes.suffix(32))
            bytes.removeLast(32)
            guard SegmentBlock.hash(bytes, after: chain) == hash else { return .damaged }
            chain = hash
            offset += bytes.count + hash.count
            guard rows > 0 else { return try file.read(at: offset, count: 1).isEmpty ? nil : .damaged }
            let block = bytes[SegmentBlock.frameSize...].prefix(keys)
            guard rowsAreRead(rows, block, textsAt: offset - 32 - texts, body) else { return .damaged }
        }
    }

    /// Reads the rows of a block, if they are what they should be.
    private func rowsAreRead(
        _ rows: UInt32,
        _ keys: ArraySlice<UInt8>,
        textsAt start: Int,
        _ body: (Place, TextKeys) -> Void
    ) -> Bool {
        var cursor = ByteCursor(keys)
        var offset = start
        for _ in 0..<rows {
            guard let id = cursor.word16(), let text = cursor.word32(), let words = cursor.word16(),
                let bandHashes = cursor.words32(bands), let wordHashes = cursor.words32(Int(words))
            else { return false }
            body(Place(offset: offset, id: id, text: text), TextKeys(bands: bandHashes, words: wordHashes))
            offset += Int(id) + Int(text)
        }
        return cursor.isAtEnd
    }
}
