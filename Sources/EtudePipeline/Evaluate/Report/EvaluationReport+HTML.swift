extension EvaluationReport {
    /// The report as one page that needs nothing else: no script, no picture, no font, light or dark as the reader has it.
    public var html: String {
        let sections = sections
        return HTMLPage(
            title: context.title,
            lead: sections.prefix(1).flatMap { $0.lead.map { HTML.paragraph($0) } },
            sections: sections.dropFirst().enumerated().map { number, section in
                HTMLPage.Section(id: "part-\(number + 1)", title: section.title, parts: Self.parts(of: section))
            }
        )
        .text
    }

    private static func parts(of section: ReportSection) -> [String] {
        var parts = section.lead.map { HTML.paragraph($0) }
        if !section.header.isEmpty {
            let columns = section.header.enumerated().map { HTMLTable.Column(title: $1, isNumber: $0 > 1) }
            let rows = section.rows.map { $0.map(HTMLTable.Cell.words) }
            parts.append(HTMLTable(caption: section.title, columns: columns, rows: rows).html)
        }
        return parts + section.notes.map { HTML.paragraph($0) }
    }
}
