import EtudeCore
import EtudeStore

/// Gives the rows of a file batch by batch, in the order in which they are decided.
protocol RowFeed: Sendable {
    /// The next rows; nil at the end.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` for a line that is too long.
    func next() async throws -> RowBatch?
}

/// Gives the rows of a file in the order of the file; lines of blanks are none.
actor SequentialFeed: RowFeed {
    private let file: RowFile
    private let batchBytes: Int
    private var offset = 0
    private var line = 1

    /// A feed from the start of a file.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - batchBytes: about how many bytes a batch has.
    init(_ file: RowFile, batchBytes: Int) {
        self.file = file
        self.batchBytes = batchBytes
    }

    /// The next rows of the file.
    func next() throws -> RowBatch? {
        var size = batchBytes
        while true {
            let bytes = try file.chunk(at: offset, count: size)
            guard !bytes.isEmpty else { return nil }
            let isLast = bytes.count < size
            let batch = rows(in: bytes, isLast: isLast)
            if let batch { return batch }
            guard size <= LineReader.maximumLineBytes else {
                throw file.failure(
                    "The line is longer than \(LineReader.maximumLineBytes) bytes. Check that the file is one of lines.",
                    line: line
                )
            }
            size *= 2
        }
    }

    /// The whole lines in some bytes, after which the file goes on; nil if there is none.
    private func rows(in bytes: [UInt8], isLast: Bool) -> RowBatch? {
        var rows: [RowBatch.Place] = []
        var start = 0
        func take(to end: Int) {
            var first = start
            if offset + start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { first = 3 }
            if !Self.isBlank(bytes, first..<end) {
                rows.append(RowBatch.Place(range: first..<end, offset: offset + first, line: line))
            }
            line += 1
        }
        while let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start) {
            take(to: end)
            start = end + 1
        }
        if isLast, start < bytes.count {
            take(to: bytes.count)
            start = bytes.count
        }
        guard start > 0 else { return nil }
        offset += start
        return RowBatch(bytes: bytes, rows: rows)
    }

    private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        for index in range {
            guard [0x20, 0x09, 0x0D].contains(bytes[index]) else { return false }
        }
        return true
    }
}
