import EtudeCore
import EtudeStore

/// Gives the lines of a text that are not blank, their blanks mended; a line ends in CRLF, LF or CR.
struct NameLines: ~Copyable {
    /// The bytes that a name may have.
    private static let maximumBytes = 64 << 10

    private let source: any ByteReader
    private let file: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    /// Whether the line before ended in a carriage return, to which a line feed may belong.
    private var isAfterReturn = false

    init(_ source: any ByteReader, file: String) {
        self.source = source
        self.file = file
    }

    /// The next line with its number; nil at the end.
    mutating func next() throws(EtudeError) -> (line: String, number: Int)? {
        while let bytes = try nextLine() {
            let line = Spelling.trimmed(String(decoding: bytes, as: UTF8.self))
            if !line.isEmpty { return (line, number) }
        }
        return nil
    }

    private mutating func nextLine() throws(EtudeError) -> ArraySlice<UInt8>? {
        if isAfterReturn, try fill(), buffer[start] == 0x0A { start += 1 }
        isAfterReturn = false
        guard try fill() else { return nil }
        number += 1
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                defer { start = end + 1 }
                isAfterReturn = buffer[end] == 0x0D
                return buffer[start..<end]
            }
            let length = buffer.count - start
            guard length <= Self.maximumBytes else {
                throw EtudeError(
                    .data,
                    "The line has more than \(Self.maximumBytes >> 10) KiB and is no name; give one name a line.",
                    at: Place(file: file, line: number)
                )
            }
            let more = try source.read()
            guard !more.isEmpty else {
                defer { start = buffer.count }
                return buffer[start...]
            }
            buffer.removeFirst(start)
            start = 0
            searched = length
            buffer += more
        }
    }

    /// Whether a byte is at hand.
    private mutating func fill() throws(EtudeError) -> Bool {
        guard start == buffer.count else { return true }
        buffer = try source.read()
        start = 0
        return !buffer.isEmpty
    }
}
