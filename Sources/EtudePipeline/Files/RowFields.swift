import EtudeCore

/// Reads single fields of rows and leaves the rest unread, though checked.
struct RowFields: Sendable {
    /// A row with the places of its fields.
    struct Row: Sendable {
        let bytes: [UInt8]
        let line: Int
        fileprivate let text: JSONScanner.Value
        fileprivate let id: JSONScanner.Value?

        /// Gives the text in UTF-8 to a function.
        func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
            guard text.hasEscapes else { return body(bytes.span.extracting(text.range)) }
            let plain = JSONText.plain(text.range, of: bytes)
            return body(plain.span)
        }
    }

    private let file: RowFile
    private let textField: String
    private let idField: String?
    private let scanner: JSONScanner

    /// Fields of a file's rows.
    ///
    /// - Parameters:
    ///   - file: the file, for errors.
    ///   - text: the field with the text.
    ///   - id: the field with the id; nil where the line's number serves.
    init(of file: RowFile, text: String, id: String?) {
        self.file = file
        textField = text
        idField = id
        scanner = JSONScanner(keys: [text] + (id.map { [$0] } ?? []))
    }

    /// The fields of a row of a batch.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object or lacks a field of the right type.
    func row(_ batch: RowBatch, _ number: Int) throws(EtudeError) -> Row {
        try row(batch.bytes, batch.rows[number].range, line: batch.rows[number].line)
    }

    /// The fields of one row.
    ///
    /// - Parameters:
    ///   - bytes: what holds the row.
    ///   - range: where it stands there.
    ///   - line: its line in the file.
    /// - Returns: the row.
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object or lacks a field of the right type.
    func row(_ bytes: [UInt8], _ range: Range<Int>, line: Int) throws(EtudeError) -> Row {
        let members: [JSONScanner.Value?]?
        do {
            members = try scanner.members(in: bytes, range)
        } catch {
            throw file.failure("The line is \(error). Mend the line, or remove it.", line: line)
        }
        guard let members else {
            throw file.failure("The line is no JSON object. Write one object in each line.", line: line)
        }
        guard let text = members[0] else { throw missing(textField, "--text", line) }
        guard text.kind == .string else {
            throw file.failure("The field \"\(textField)\" holds no text. Name the right field with --text.", line: line)
        }
        guard let idField else { return Row(bytes: bytes, line: line, text: text, id: nil) }
        guard let id = members[1] else { throw missing(idField, "--id", line) }
        guard id.kind == .string || id.kind == .number else {
            throw file.failure(
                "The field \"\(idField)\" holds neither a text nor a number. Name the right field with --id.",
                line: line
            )
        }
        return Row(bytes: bytes, line: line, text: text, id: id)
    }

    /// The id of a row: its field's value, or its line's number; a number that is no whole one, or too large, as a text.
    func id(of row: Row) -> JSONValue {
        guard let id = row.id else { return .int(row.line) }
        guard id.kind == .number else {
            return .string(String(decoding: JSONText.plain(id.range, of: row.bytes), as: UTF8.self))
        }
        let digits = String(decoding: row.bytes[id.range], as: UTF8.self)
        return Int(digits).map(JSONValue.int) ?? .string(digits)
    }

    private func missing(_ field: String, _ option: String, _ line: Int) -> EtudeError {
        file.failure("The field \"\(field)\" is missing. Name the right field with \(option).", line: line)
    }
}
