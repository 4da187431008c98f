import EtudeCore

/// Reads the skills of rows from a field that holds a list of texts, or one text.
struct SkillField: Sendable {
    private let name: String
    private let file: RowFile
    private let scanner: JSONScanner

    /// A field of a file's rows.
    init(_ name: String, of file: RowFile) {
        self.name = name
        self.file = file
        scanner = JSONScanner(keys: [name])
    }

    /// The skills of a row.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object or lacks the field.
    func skills(of place: RowBatch.Place, in bytes: [UInt8]) throws(EtudeError) -> [String] {
        guard let value = try file.members(scanner, in: bytes, place.range, line: place.line)[0] else {
            throw wrong("is missing", place.line)
        }
        switch value.kind {
        case .string:
            return [String(decoding: JSONText.plain(value.range, of: bytes), as: UTF8.self)]
        case .array:
            let elements = (try? JSONParser.parse(Array(bytes[value.range])))?.array ?? []
            let skills = elements.compactMap(\.string)
            guard skills.count == elements.count else { throw wrong("holds more than texts", place.line) }
            return skills
        default: throw wrong("holds no list of texts", place.line)
        }
    }

    private func wrong(_ what: String, _ line: Int) -> EtudeError {
        file.failure("The field \"\(name)\" \(what). Name the field of the skills with --hold-out-skills.", line: line)
    }
}
