import EtudeCore

/// Reads separated values chunk by chunk (RFC 4180): a quoted field may hold separators, line ends and doubled quotes, and a
/// line ends in CRLF, LF or CR.
///
/// In tables separated by tabs a quote within a field is a letter like others.
struct DelimitedParser {
    /// One record.
    struct Record: Equatable {
        /// The line on which it begins, from 1.
        var line: Int
        /// Its fields, unquoted.
        var fields: [String]
    }

    /// What one file may ask of memory.
    enum Limits {
        /// Bytes of a field.
        static let fieldBytes = 1 << 20
        /// Bytes of a record.
        static let recordBytes = 4 << 20
        /// Fields of a record.
        static let fields = 1000
    }

    private enum State {
        case atFieldStart, plain, quoted, afterQuote
    }

    private let separator: UInt8
    private let file: String
    private var state = State.atFieldStart
    private var field: [UInt8] = []
    private var record = Record(line: 1, fields: [])
    private var recordBytes = 0
    private var line = 1
    /// The line on which the quotation mark of the field stands.
    private var quoteLine = 1
    /// Whether the byte before was a carriage return, to which a line feed may belong.
    private var isAfterReturn = false

    init(separator: UInt8, file: String) {
        self.separator = separator
        self.file = file
    }

    /// The records that end in a chunk, those on blank lines left out.
    mutating func records(in chunk: [UInt8]) throws(EtudeError) -> [Record] {
        var records: [Record] = []
        let bytes = chunk.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch state {
            case .atFieldStart:
                if byte == UInt8(ascii: "\"") {
                    state = .quoted
                    quoteLine = line
                    index += 1
                } else if byte == 0x0A, isAfterReturn, record.fields.isEmpty {
                    index += 1
                } else {
                    state = .plain
                }
                isAfterReturn = false
            case .plain:
                let end = endOfPlain(from: index, in: bytes)
                try append(bytes, index..<end)
                index = end
                if index < bytes.count { try takeSpecial(bytes[index], at: &index, into: &records) }
            case .quoted:
                index = try takeQuoted(from: index, in: bytes)
            case .afterQuote:
                if byte == UInt8(ascii: "\"") {
                    field.append(byte)
                    state = .quoted
                    index += 1
                } else {
                    guard byte == separator || byte == 0x0A || byte == 0x0D else {
                        throw problem(
                            "Text follows the closing quotation mark of a field; double each mark that belongs to the text."
                        )
                    }
                    try takeSpecial(byte, at: &index, into: &records)
                }
            }
        }
        return records
    }

    /// The record that ends with the file, if its last line has no end.
    mutating func finish() throws(EtudeError) -> Record? {
        guard state != .quoted else {
            line = quoteLine
            throw problem("A field opens with a quotation mark that is never closed.")
        }
        guard state != .atFieldStart || !record.fields.isEmpty else { return nil }
        var records: [Record] = []
        try endRecord(into: &records)
        return records.first
    }

    private func endOfPlain(from start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == separator || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "\"") { break }
            index += 1
        }
        return index
    }

    /// Takes a separator, a line end or a quotation mark within a field.
    private mutating func takeSpecial(
        _ byte: UInt8,
        at index: inout Int,
        into records: inout [Record]
    ) throws(EtudeError) {
        index += 1
        switch byte {
        case separator:
            try endField()
        case UInt8(ascii: "\""):
            guard separator == 0x09 else {
                throw problem(
                    "A quotation mark stands inside a field without quotes; quote the whole field and double the mark."
                )
            }
            field.append(byte)
        default:
            try endRecord(into: &records)
            line += 1
            record.line = line
            isAfterReturn = byte == 0x0D
        }
    }

    private mutating func takeQuoted(from start: Int, in bytes: Span<UInt8>) throws(EtudeError) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            let byte = bytes[index]
            if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { line += 1 }
            isAfterReturn = byte == 0x0D
            index += 1
        }
        try append(bytes, start..<index)
        guard index < bytes.count else { return index }
        isAfterReturn = false
        state = .afterQuote
        return index + 1
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(EtudeError) {
        guard field.count + range.count <= Limits.fieldBytes else {
            guard state == .quoted else {
                throw problem("A field has more than \(Limits.fieldBytes >> 20) MiB; check the separator of the table.")
            }
            line = quoteLine
            throw problem(
                "A field opens with a quotation mark and has more than \(Limits.fieldBytes >> 20) MiB; close the mark."
            )
        }
        for index in range { field.append(bytes[index]) }
    }

    private mutating func endField() throws(EtudeError) {
        recordBytes += field.count
        guard record.fields.count < Limits.fields else {
            throw problem("The row has more than \(Limits.fields) fields; check the separator of the table.")
        }
        guard recordBytes <= Limits.recordBytes else {
            throw problem("The row has more than \(Limits.recordBytes >> 20) MiB; shorten it.")
        }
        record.fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        state = .atFieldStart
    }

    private mutating func endRecord(into records: inout [Record]) throws(EtudeError) {
        try endField()
        if record.fields != [""] { records.append(record) }
        record.fields = []
        recordBytes = 0
    }

    private func problem(_ message: String) -> EtudeError {
        EtudeError(.data, message, at: Place(file: file, line: line))
    }
}
