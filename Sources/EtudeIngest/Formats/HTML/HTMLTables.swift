import EtudeCore
import EtudeMarkup

/// Reads the tables of a page: a term in each row.
///
/// With a map, columns are found by their names in the first row, and tables without the name's column are passed over.
/// Otherwise the first column is the name and the second the definition, and a first row of nothing but header cells counts
/// as no entry.
struct HTMLTables {
    private let tree: MarkupTree
    private let settings: SourceSettings
    private let rows: MarkupPath

    /// A reader of a page's tables.
    init(_ tree: MarkupTree, _ settings: SourceSettings) throws(EtudeError) {
        self.tree = tree
        self.settings = settings
        rows = try tree.path("tr | thead/tr | tbody/tr | tfoot/tr")
    }

    /// Hands on the entries of all tables that stand in no other.
    ///
    /// - Returns: whether any table has the columns.
    func collect(into collector: inout EntryCollector) throws(EtudeError) -> Bool {
        var isFound = false
        for table in try tree.nodes(try tree.path("//table[not(ancestor::table)]"), from: tree.root) {
            let rows = try tree.nodes(rows, from: table).map { row in
                (row: row, cells: row.children.filter { $0.name == "td" || $0.name == "th" })
            }
            guard let header = rows.first(where: { !$0.cells.isEmpty }) else { continue }
            let isHeader = header.cells.allSatisfy { $0.name == "th" }
            guard let columns = try columns(header.cells) else { continue }
            isFound = true
            for (row, cells) in rows where !cells.isEmpty {
                if row.isSame(as: header.row), isHeader || !settings.map.isEmpty { continue }
                try take(row, cells, columns, &collector)
            }
        }
        return isFound
    }

    private struct Columns {
        var fields: [(field: EntryField, column: Int)] = []
        var filters: [(name: String, column: Int, values: [String])] = []
    }

    /// The columns of the fields; nil for a table without names and definitions.
    private func columns(_ header: [MarkupNode]) throws(EtudeError) -> Columns? {
        var names: [String: Int] = [:]
        for (index, cell) in header.enumerated() {
            let name = try cell.text.lowercased()
            if names[name] == nil { names[name] = index }
        }
        var columns = Columns()
        for (name, values) in settings.filters.sorted(by: { $0.key < $1.key }) {
            guard let column = names[name.lowercased()] else { return nil }
            columns.filters.append((name, column, values))
        }
        guard !settings.map.isEmpty else {
            columns.fields = [(.name, 0), (.definition, 1)]
            return header.count >= 2 ? columns : nil
        }
        for field in EntryField.allCases {
            guard let name = settings.map[field.rawValue] else { continue }
            guard let column = names[name.lowercased()] else { return nil }
            columns.fields.append((field, column))
        }
        return columns
    }

    private func take(
        _ row: MarkupNode,
        _ cells: [MarkupNode],
        _ columns: Columns,
        _ collector: inout EntryCollector
    ) throws(EtudeError) {
        for (name, column, values) in columns.filters {
            guard column < cells.count, values.contains(try cells[column].text) else {
                return collector.skip("another \(name)", at: row.place)
            }
        }
        var fields = EntryFields()
        for (field, column) in columns.fields where column < cells.count {
            fields.add(try cells[column].text, to: field)
        }
        guard let entry = fields.entry(at: row.place) else { return collector.skip("no name", at: row.place) }
        collector.take(entry)
    }
}
