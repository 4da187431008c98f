/// One line of a Markdown table.
struct TableRow {
    /// The cells without blanks and emphasis.
    let cells: [String]

    /// The cells of a line; nil for a line of no table.
    init?(_ line: Substring) {
        guard line.contains("|") else { return nil }
        let unescaped = GradingLine.plain(line).split(separator: "\\|", omittingEmptySubsequences: false)
        var line = Self.trimmed(unescaped.joined(separator: " ")[...])
        if line.first == "|" { line.removeFirst() }
        if line.last == "|" { line.removeLast() }
        cells = line.split(separator: "|", omittingEmptySubsequences: false).map { String(Self.trimmed($0)) }
        guard cells.count > 1 else { return nil }
    }

    /// Whether this is the line between header and rows.
    var isRule: Bool {
        cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-:=".contains($0) } }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}
