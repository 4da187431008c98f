/// A table of a page: the first cell of a row names it, columns of numbers stand to the right.
struct HTMLTable {
    /// A column.
    struct Column {
        let title: String
        let isNumber: Bool

        static func words(_ title: String) -> Column { Column(title: title, isNumber: false) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// What a cell holds.
    enum Cell {
        /// Words of any origin.
        case words(String)
        /// A whole number.
        case count(Int)
        /// A picture or other markup of our own.
        case markup(String)
        /// A cell whose colour says how large its number is, as a class of the style.
        case coloured(Int, String)
    }

    /// What the table shows.
    let caption: String
    let columns: [Column]
    var rows: [[Cell]]
    /// Whether the last row sums up the others.
    var hasTotal = false

    /// The table, in a part that scrolls where it is wide.
    var html: String {
        let head = columns.map { column in
            // Codes of several words break between them, so that narrow numbers stand in narrow columns.
            let title = HTML.escaped(column.title).replacing("_", with: "_<wbr>")
            return "<th scope=\"col\"\(Self.mark(column))><bdi>\(title)</bdi></th>"
        }
        var lines = [
            "<table>", "<caption>\(HTML.escaped(caption))</caption>",
            "<thead><tr>\(head.joined())</tr></thead>", "<tbody>",
        ]
        lines += rows.enumerated().map { number, row in
            line(row, isTotal: hasTotal && number == rows.count - 1)
        }
        lines += ["</tbody>", "</table>"]
        return HTML.scrolling(lines.joined(separator: "\n"), label: caption)
    }

    private func line(_ row: [Cell], isTotal: Bool) -> String {
        let cells = zip(columns, row).enumerated().map { number, pair in
            let (column, cell) = pair
            if number == 0, !Self.isEmpty(cell) {
                return "<th scope=\"row\"\(Self.mark(column))>\(Self.content(cell))</th>"
            }
            if case .coloured(let value, let name) = cell {
                return "<td class=\"n \(name)\">\(ReportNumber.grouped(value))</td>"
            }
            return "<td\(Self.mark(column))>\(Self.content(cell))</td>"
        }
        return "<tr\(isTotal ? " class=\"total\"" : "")>\(cells.joined())</tr>"
    }

    private static func mark(_ column: Column) -> String { column.isNumber ? " class=\"n\"" : "" }

    private static func isEmpty(_ cell: Cell) -> Bool {
        if case .words("") = cell { true } else { false }
    }

    private static func content(_ cell: Cell) -> String {
        switch cell {
        case .words(let words): HTML.words(words)
        case .count(let number), .coloured(let number, _): ReportNumber.grouped(number)
        case .markup(let markup): markup
        }
    }
}
