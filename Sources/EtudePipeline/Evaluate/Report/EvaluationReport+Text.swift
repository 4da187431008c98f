extension EvaluationReport {
    /// The report in plain text, its tables shaped like the papers'.
    public var text: String {
        sections.map(Self.text).joined(separator: "\n\n")
    }

    private static func text(of section: ReportSection) -> String {
        let title = ReportSection.line(section.title)
        var parts = [([title] + section.lead.map(ReportSection.line)).joined(separator: "\n")]
        if !section.header.isEmpty { parts.append(table(section.header, section.rows)) }
        if !section.notes.isEmpty { parts.append(section.notes.map(ReportSection.line).joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    /// The lines of a table; the first two columns lean left, figures lean right.
    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = ([header] + rows).map { $0.map(ReportSection.line) }
        let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            var line = cells.indices.map { column in
                let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
                return column < 2 ? cells[column] + blanks : blanks + cells[column]
            }
            .joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        .joined(separator: "\n")
    }
}
