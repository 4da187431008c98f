/// A part of a report: what it is about, a table, and what to know of it; the terminal and the page show the same.
struct ReportSection: Sendable {
    /// The heading.
    let title: String
    /// Sentences before the table.
    var lead: [String] = []
    /// The names of the columns; none for a part without a table.
    var header: [String] = []
    /// The rows, each with a cell for every column.
    var rows: [[String]] = []
    /// Sentences after the table.
    var notes: [String] = []

    /// Words of models or files in one line: what breaks lines or steers a terminal becomes a blank.
    static func line(_ words: String) -> String {
        String(words.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
