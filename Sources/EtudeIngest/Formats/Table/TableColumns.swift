import EtudeCore

/// What the columns of a table mean, by its header.
///
/// Without a map the columns are those of SKILL-MIX (arXiv 2310.17567: category, skill, definition, example, comments,
/// status, added by) and the fields of an entry by their names. With one, the map says which are read.
struct TableColumns {
    /// The fields that a column has names for.
    private static let names: [String: EntryField] = {
        var names = Dictionary(uniqueKeysWithValues: EntryField.allCases.map { ($0.rawValue, $0) })
        names["skill"] = .name
        names["example"] = .examples
        return names
    }()
    private static let unread = ["comments", "status", "added by"]
    private static let skillMix = ["category", "skill", "definition", "example"] + unread

    /// The field of each column; nil for one that is not read.
    private(set) var fields: [EntryField?] = []
    /// The columns of filters, with the values of which one must stand there.
    private(set) var filters: [(name: String, column: Int, values: Set<String>)] = []
    /// The column of SKILL-MIX's status, where there is no map.
    private(set) var status: Int?
    /// The columns that a map leaves out.
    private(set) var unmapped: [String] = []

    init(_ header: [String], _ settings: SourceSettings, at place: Place) throws(EtudeError) {
        let columns = header.map(Self.key)
        if let twice = columns.first(where: { name in columns.count { $0 == name } > 1 }) {
            throw EtudeError(.data, "The column \"\(twice.excerpt)\" stands twice; remove one.", at: place)
        }
        if settings.map.isEmpty {
            try readNames(columns, settings, place)
        } else {
            try readMap(settings.map, columns, place)
            let filtered = Set(settings.filters.keys.map(Self.key))
            unmapped = zip(columns, fields).filter { $1 == nil && !filtered.contains($0) }.map(\.0)
        }
        for (name, values) in settings.filters.sorted(by: { $0.key < $1.key }) {
            let column = try Self.column(name, columns, place)
            filters.append((columns[column], column, Set(values.map(Spelling.trimmed))))
        }
    }

    private mutating func readNames(
        _ columns: [String],
        _ settings: SourceSettings,
        _ place: Place
    ) throws(EtudeError) {
        let filtered = Set(settings.filters.keys.map(Self.key))
        for name in columns {
            let field = Self.names[name]
            guard field != nil || Self.unread.contains(name) || filtered.contains(name) else {
                throw Self.unknown(name, among: Self.skillMix + EntryField.allCases.map(\.rawValue), place)
            }
            fields.append(field)
        }
        status = settings.filters.isEmpty ? columns.firstIndex(of: "status") : nil
        guard fields.contains(.name) else { throw EtudeError(.data, "The column \"skill\" is missing.", at: place) }
        guard !columns.contains("skill") || fields.contains(.definition) else {
            throw EtudeError(.data, "The column \"definition\" is missing.", at: place)
        }
    }

    private mutating func readMap(_ map: [String: String], _ columns: [String], _ place: Place) throws(EtudeError) {
        fields = Array(repeating: nil, count: columns.count)
        for (name, column) in map.sorted(by: { $0.key < $1.key }) {
            let index = try Self.column(column, columns, place)
            guard fields[index] == nil else {
                throw EtudeError(
                    .data,
                    "The map reads the column \"\(columns[index].excerpt)\" twice; remove one.",
                    at: place
                )
            }
            fields[index] = EntryField(rawValue: name)
        }
    }

    private static func column(_ name: String, _ columns: [String], _ place: Place) throws(EtudeError) -> Int {
        guard let index = columns.firstIndex(of: key(name)) else { throw unknown(name, among: columns, place) }
        return index
    }

    private static func unknown(_ name: String, among known: [String], _ place: Place) -> EtudeError {
        let listed = known.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let nearest = Suggestion.nearest(to: name, in: listed).map { " (did you mean \"\($0)\"?)" }
        return EtudeError(
            .data,
            "The column \"\(name.excerpt)\" is not known"
                + (nearest ?? " (known are \(listed.prefix(20).map(\.excerpt).joined(separator: ", ")))")
                + "; say which column is which field with `--map name=COLUMN`.",
            at: place
        )
    }

    private static func key(_ name: String) -> String { Spelling.trimmed(name).lowercased() }
}
