import EtudeCore

/// Reads single fields of rows and leaves the rest unread, though checked.
struct RowFields: Sendable {
    /// The names of the fields.
    struct Names: Sendable {
        /// The field with the text; nil for the whole row as it stands.
        var text: String?
        /// The field with the id; nil where the line's number serves.
        var id: String?
        /// The field whose value rows that are compared share; nil where all are compared.
        var group: String?
        /// Fields with labels, each a text or a list of texts; nil for one that is not wanted.
        var labels: [Label?] = []

        /// A field with labels.
        struct Label: Sendable {
            /// Its name.
            let name: String
            /// The option that names it.
            let option: String
        }
        /// The option that names it, for errors.
        var groupOption = "--within"
    }

    /// A row with the places of its fields.
    struct Row: Sendable {
        let bytes: [UInt8]
        let range: Range<Int>
        let line: Int
        fileprivate let text: JSONScanner.Value?
        fileprivate let id: JSONScanner.Value?
        fileprivate let group: JSONScanner.Value?
        fileprivate let labels: [JSONScanner.Value?]

        /// Gives the text in UTF-8 to a function.
        func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
            guard let text, text.hasEscapes else { return body(bytes.span.extracting(text?.range ?? range)) }
            let plain = JSONText.plain(text.range, of: bytes)
            return body(plain.span)
        }

        /// The value by which rows are grouped, as it is written.
        var groupBytes: ArraySlice<UInt8>? { group.map { bytes[$0.range] } }

        /// The value by which rows are grouped, a text without its escapes.
        var groupValue: [UInt8]? {
            guard let group else { return nil }
            return group.hasEscapes ? JSONText.plain(group.range, of: bytes) : Array(bytes[group.range])
        }
    }

    private let file: RowFile
    private let names: Names
    private let scanner: JSONScanner

    /// Fields of a file's rows.
    ///
    /// - Parameters:
    ///   - names: their names.
    ///   - file: the file, for errors.
    init(_ names: Names, of file: RowFile) {
        self.file = file
        self.names = names
        scanner = JSONScanner(
            keys: ([names.text, names.id, names.group] + names.labels.map(\.?.name)).compactMap(\.self)
        )
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
        var values = try file.members(scanner, in: bytes, range, line: line).makeIterator()
        let text = try value(&values, names.text, "--text", line)
        let id = try value(&values, names.id, "--id", line)
        let group = try value(&values, names.group, names.groupOption, line)
        var labels: [JSONScanner.Value?] = []
        for label in names.labels { labels.append(try value(&values, label?.name, label?.option ?? "", line)) }
        if let text, text.kind != .string { throw wrong(names.text, "holds no text", "--text", line) }
        if let id, id.kind != .string, id.kind != .number {
            throw wrong(names.id, "holds neither a text nor a number", "--id", line)
        }
        return Row(bytes: bytes, range: range, line: line, text: text, id: id, group: group, labels: labels)
    }

    /// The labels of a row, field by field; none of a field that is not wanted.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a field that holds neither a text nor a list of texts.
    func labels(of row: Row) throws(EtudeError) -> [[String]] {
        var all: [[String]] = []
        for (value, field) in zip(row.labels, names.labels) { all.append(try labels(value, field, of: row)) }
        return all
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

    private func labels(_ value: JSONScanner.Value?, _ field: Names.Label?, of row: Row) throws(EtudeError) -> [String]
    {
        guard let value, let field else { return [] }
        guard value.kind != .string else {
            return [String(decoding: JSONText.plain(value.range, of: row.bytes), as: UTF8.self)]
        }
        let elements = value.kind == .array ? try? JSONParser.parse(Array(row.bytes[value.range])).array : nil
        guard let texts = elements?.map(\.string), !texts.contains(nil) else {
            throw wrong(field.name, "holds neither a text nor a list of texts", field.option, row.line)
        }
        return texts.compactMap(\.self)
    }

    private func value(
        _ values: inout IndexingIterator<[JSONScanner.Value?]>,
        _ name: String?,
        _ option: String,
        _ line: Int
    ) throws(EtudeError) -> JSONScanner.Value? {
        guard name != nil else { return nil }
        guard let value = values.next() ?? nil else { throw wrong(name, "is missing", option, line) }
        return value
    }

    private func wrong(_ name: String?, _ what: String, _ option: String, _ line: Int) -> EtudeError {
        file.failure("The field \"\(name ?? "")\" \(what). Name the right field with \(option).", line: line)
    }
}
