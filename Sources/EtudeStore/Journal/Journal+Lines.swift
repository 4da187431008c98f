public import EtudeCore
import GRDB

extension Journal {
    private static let bufferSize = 256 << 10

    /// Writes everything that was committed before this call as JSON Lines: a header, then the answers and the failed tries
    /// in the order they were recorded.
    ///
    /// - Parameters:
    ///   - pipeline: the pipeline's name, for the header.
    ///   - writer: where the lines go; it is not finished.
    /// - Throws: ``EtudeError``.
    public func export(pipeline: String, to writer: any ByteWriter) throws(EtudeError) {
        var lines = JSONWriter()
        func add(_ line: JSONValue) throws {
            lines.write(line)
            lines.endLine()
            guard lines.bytes.count >= Self.bufferSize else { return }
            try writer.write(lines.bytes)
            lines.reset()
        }
        do {
            try add(JournalLine.header(pipeline: pipeline))
            // One transaction, so that both tables are of one moment.
            try database.read { database in
                let answers = try GRDB.Row.fetchCursor(database, sql: "SELECT * FROM answers ORDER BY id")
                while let row = try answers.next() { try add(try JournalAnswer(row, path: path).json) }
                let attempts = try GRDB.Row.fetchCursor(database, sql: "SELECT * FROM attempts ORDER BY id")
                while let row = try attempts.next() { try add(JournalAttempt(row).json) }
            }
        } catch {
            throw JournalFailure.error(error, path: path)
        }
        try writer.write(lines.bytes)
    }

    /// Adds the lines of an export, all of them or none; what the journal has already is left as it is.
    ///
    /// - Parameters:
    ///   - lines: the lines of the export.
    ///   - file: its name, for errors.
    /// - Returns: what was added.
    /// - Throws: ``EtudeError`` with code `data` for a line that is wrong, naming it.
    public func add(_ lines: inout LineReader, of file: String) throws(EtudeError) -> JournalImport {
        var counts = JournalImport()
        do {
            try database.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    var hasHeader = false
                    while let line = try lines.next() {
                        switch try Self.read(line, of: file, hasHeader: hasHeader) {
                        case .header: hasHeader = true
                        case .entry(let entry):
                            counts.count(entry, isNew: try entry.insert(into: database))
                            if case .answer(let answer) = entry { noteKey(answer.key) }
                        }
                    }
                    guard hasHeader else { throw EtudeError(.data, "The file is empty.", at: Place(file: file)) }
                    return .commit
                }
            }
        } catch {
            throw JournalFailure.error(error, path: path)
        }
        return counts
    }

    private static func read(_ line: Line, of file: String, hasHeader: Bool) throws(EtudeError) -> JournalLine {
        let place = Place(file: file, line: line.number)
        let json: JSONValue
        do {
            json = try JSONParser.parse(line.text)
        } catch {
            throw EtudeError(.data, "The line is \(error).", at: place)
        }
        guard hasHeader || json["journal"] != nil else {
            throw EtudeError(.data, "The first line is no header of an exported journal.", at: place)
        }
        do {
            return try JournalLine(json)
        } catch {
            throw EtudeError(.data, error.message, at: place)
        }
    }
}
