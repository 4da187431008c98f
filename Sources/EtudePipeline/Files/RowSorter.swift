import EtudeCore
import EtudeCurate

/// Says on which side of a divided file a row is.
struct RowSorter: Sendable {
    private enum Rule {
        case content(ContentDivision, RowFields?)
        case skills(SkillDivision, RowFields)
    }

    private let file: RowFile
    private let rule: Rule
    private let scanner = JSONScanner(keys: [])

    /// Sorts by whole rows, or by the value of a field.
    init(_ division: ContentDivision, group: String?, of file: RowFile) {
        self.file = file
        let fields = group.map { RowFields(RowFields.Names(group: $0, groupOption: "--group"), of: file) }
        rule = .content(division, fields)
    }

    /// Sorts by the skills in a field, a list of texts or one text.
    init(_ division: SkillDivision, field: String, of file: RowFile) {
        self.file = file
        rule = .skills(division, Self.skillFields(field, of: file))
    }

    /// What reads the skills of a file's rows as their labels.
    static func skillFields(_ name: String, of file: RowFile) -> RowFields {
        RowFields(RowFields.Names(labels: [RowFields.Names.Label(name: name, option: "--hold-out-skills")]), of: file)
    }

    /// The division by skills, if that is the rule.
    var skills: SkillDivision? {
        guard case .skills(let division, _) = rule else { return nil }
        return division
    }

    /// The side of a row.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a line that is no JSON object or lacks the field.
    func side(of place: RowBatch.Place, in bytes: [UInt8]) throws(EtudeError) -> RowSide {
        switch rule {
        case .content(let division, let fields?):
            let row = try fields.row(bytes, place.range, line: place.line)
            return division.side(of: row.groupValue ?? [])
        case .content(let division, nil):
            _ = try file.members(scanner, in: bytes, place.range, line: place.line)
            return division.side(of: bytes[place.range])
        case .skills(let division, let fields):
            let row = try fields.row(bytes, place.range, line: place.line)
            return division.side(of: try fields.labels(of: row).flatMap(\.self))
        }
    }
}
