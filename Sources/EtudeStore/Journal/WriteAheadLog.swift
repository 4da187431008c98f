import EtudeCore

/// What SQLite will find in the write-ahead log of a database, told from the bytes alone
/// ([format](https://www.sqlite.org/fileformat2.html#the_write_ahead_log)).
///
/// Recovery takes the frames up to the last commit before the first frame that is not whole. Frames of an earlier round,
/// which carry other salts, may follow and are no loss.
struct WriteAheadLog {
    private static let headerBytes = 32
    private static let frameHeaderBytes = 24

    /// Bytes of this round after the last whole commit: of commits that did not come to their end.
    private(set) var droppedBytes = 0
    /// Commits of this round behind the first frame that is not whole.
    ///
    /// A crash leaves one at most, for each is on the medium before the next begins; with more, a frame that was whole has
    /// been damaged.
    private(set) var strandedCommits = 0

    /// Reads the log of a database; one that is missing or empty holds nothing.
    ///
    /// - Parameter path: the database.
    /// - Throws: ``EtudeError`` with code `io`.
    init(ofDatabase path: String) throws(EtudeError) {
        let log = "\(path)-wal"
        guard try RealFileSystem().exists(log) else { return }
        var source = ByteChunks(try RealFileSystem().open(log))
        let header = try source.next(Self.headerBytes)
        let pageBytes = header.count < Self.headerBytes ? 0 : Int(header.word(at: 8))
        guard pageBytes.nonzeroBitCount == 1, 512...65_536 ~= pageBytes else {
            droppedBytes = header.count
            return
        }
        try read(&source, header: header, frameBytes: Self.frameHeaderBytes + pageBytes)
    }

    private mutating func read(_ source: inout ByteChunks, header: [UInt8], frameBytes: Int) throws(EtudeError) {
        var checksum = LogChecksum(isBigEndian: header.word(at: 0) & 1 == 1)
        checksum.add(header, in: 0..<24)
        var isWhole = header.word(at: 0) & ~1 == 0x377F_0682 && checksum.isStored(in: header, at: 24)
        let salts = header[16..<24]
        var offset = Self.headerBytes
        var (committed, end) = (isWhole ? offset : 0, offset)
        while true {
            let frame = try source.next(frameBytes)
            guard frame.count == frameBytes else {
                if Self.belongs(frame, to: salts) || (isWhole && frame.count < 16) { end = offset + frame.count }
                break
            }
            offset += frameBytes
            let belongs = Self.belongs(frame, to: salts)
            if isWhole {
                checksum.add(frame, in: 0..<8)
                checksum.add(frame, in: Self.frameHeaderBytes..<frameBytes)
                isWhole = belongs && frame.word(at: 0) != 0 && checksum.isStored(in: frame, at: 16)
            }
            guard belongs else { continue }
            end = offset
            guard frame.word(at: 4) != 0 else { continue }
            if isWhole { committed = offset } else { strandedCommits += 1 }
        }
        droppedBytes = end - committed
    }

    /// Whether a frame is of the round with these salts, or nothing at all, as a file that grew before it was written.
    private static func belongs(_ frame: [UInt8], to salts: ArraySlice<UInt8>) -> Bool {
        guard frame.count >= 16 else { return false }
        return frame[8..<16] == salts || frame.allSatisfy { $0 == 0 }
    }
}

/// The running checksum of a write-ahead log.
private struct LogChecksum {
    let isBigEndian: Bool
    private var first: UInt32 = 0
    private var second: UInt32 = 0

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    mutating func add(_ bytes: [UInt8], in range: Range<Int>) {
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
            first &+= word(bytes, at: index) &+ second
            second &+= word(bytes, at: index + 4) &+ first
        }
    }

    func isStored(in bytes: [UInt8], at index: Int) -> Bool {
        bytes.word(at: index) == first && bytes.word(at: index + 4) == second
    }

    private func word(_ bytes: [UInt8], at index: Int) -> UInt32 {
        isBigEndian ? bytes.word(at: index) : bytes.word(at: index).byteSwapped
    }
}

extension [UInt8] {
    /// The big-endian number of four bytes.
    fileprivate func word(at index: Int) -> UInt32 {
        UInt32(self[index]) << 24 | UInt32(self[index + 1]) << 16 | UInt32(self[index + 2]) << 8
            | UInt32(self[index + 3])
    }
}

/// Cuts what a reader gives into parts of wanted lengths.
private struct ByteChunks {
    private let source: any ByteReader
    private var buffer: [UInt8] = []
    private var start = 0

    init(_ source: any ByteReader) {
        self.source = source
    }

    /// The next bytes: as many as wanted, or fewer at the end.
    mutating func next(_ count: Int) throws(EtudeError) -> [UInt8] {
        while buffer.count - start < count {
            let more = try source.read()
            guard !more.isEmpty else { break }
            buffer.removeFirst(start)
            start = 0
            buffer += more
        }
        let end = min(start + count, buffer.count)
        defer { start = end }
        return Array(buffer[start..<end])
    }
}
