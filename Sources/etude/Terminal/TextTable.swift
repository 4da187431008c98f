/// A table in plain text: the first column and any beyond the header lean left, numbers lean right.
struct TextTable {
    private let header: [String]
    private var rows: [[String]] = []

    /// A table with its column names.
    init(header: [String]) {
        self.header = header
    }

    /// Adds a row; cells beyond the header are remarks.
    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines of the table.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        return ([header] + rows).map { cells in
            cells.enumerated().map { column, cell in
                guard column < widths.count else { return cell.isEmpty ? "" : " \(cell)" }
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + blanks : blanks + cell
            }
            .joined(separator: "  ")
            .trimmedRight
        }
        .joined(separator: "\n")
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmedRight: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
