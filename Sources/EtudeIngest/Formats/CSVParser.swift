import EtudeCore

/// Reads comma-separated values (RFC 4180): a quoted field may hold commas, line ends and doubled quotes, and a line ends
/// in CRLF, LF or CR.
struct CSVParser {
    /// One record.
    struct Record: Equatable {
        /// The line on which it begins, from 1.
        var line: Int
        /// Its fields, unquoted.
        var fields: [String]
    }

    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1

    /// All records, those on blank lines left out.
    static func records(of text: String, file: String) throws(EtudeError) -> [Record] {
        var parser = CSVParser(bytes: Array(text.utf8), file: file)
        var records: [Record] = []
        while parser.index < parser.bytes.count {
            let record = try parser.record()
            if record.fields != [""] { records.append(record) }
        }
        return records
    }

    private mutating func record() throws(EtudeError) -> Record {
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(peek == UInt8(ascii: "\"") ? try quoted() : try plain())
            guard take(UInt8(ascii: ",")) else { break }
        }
        takeLineEnd()
        return record
    }

    private mutating func plain() throws(EtudeError) -> String {
        let start = index
        while let byte = peek, byte != UInt8(ascii: ","), !isLineEnd(byte) {
            guard byte != UInt8(ascii: "\"") else {
                throw problem(
                    "A quotation mark stands inside a field without quotes; quote the whole field and double the mark."
                )
            }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func quoted() throws(EtudeError) -> String {
        let start = line
        var field: [UInt8] = []
        index += 1
        while let byte = peek {
            index += 1
            if byte == UInt8(ascii: "\"") {
                if take(UInt8(ascii: "\"")) {
                    field.append(byte)
                    continue
                }
                guard peek.map({ $0 == UInt8(ascii: ",") || isLineEnd($0) }) ?? true else {
                    throw problem(
                        "Text follows the closing quotation mark of a field; double each mark that belongs to the text."
                    )
                }
                return String(decoding: field, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && peek != UInt8(ascii: "\n")) { line += 1 }
            field.append(byte)
        }
        line = start
        throw problem("A field opens with a quotation mark that is never closed.")
    }

    private mutating func takeLineEnd() {
        let hasReturn = take(UInt8(ascii: "\r"))
        if take(UInt8(ascii: "\n")) || hasReturn { line += 1 }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private func problem(_ message: String) -> EtudeError {
        EtudeError(.data, message, at: Place(file: file, line: line))
    }
}
