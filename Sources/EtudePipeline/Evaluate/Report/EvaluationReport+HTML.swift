extension EvaluationReport {
    /// The report as one page that needs nothing else: no script, no picture, no font, light or dark as the reader has it.
    public var html: String {
        let title = Self.escaped(context.title)
        let body = sections.map(Self.html).joined(separator: "\n")
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            :root { color-scheme: light dark; --line: #ccc; --faint: #f4f4f4 }
            @media (prefers-color-scheme: dark) { :root { --line: #555; --faint: #222 } }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
            div { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { border-bottom: 1px solid var(--line); padding: .25rem .75rem; text-align: right; white-space: nowrap }
            th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left }
            thead th { background: var(--faint) }
            </style>
            </head>
            <body>
            \(body)
            </body>
            </html>

            """
    }

    private static func html(of section: ReportSection) -> String {
        var lines = ["<section>", "<h2>\(escaped(section.title))</h2>"]
        lines += section.lead.map { "<p>\(escaped($0))</p>" }
        if !section.header.isEmpty {
            lines += ["<div><table>", "<thead>" + row(section.header, of: "th") + "</thead>", "<tbody>"]
            lines += section.rows.map { row($0, of: "td") }
            lines += ["</tbody>", "</table></div>"]
        }
        lines += section.notes.map { "<p>\(escaped($0))</p>" }
        return (lines + ["</section>"]).joined(separator: "\n")
    }

    private static func row(_ cells: [String], of tag: String) -> String {
        "<tr>" + cells.map { "<\(tag)><bdi>\(escaped($0))</bdi></\(tag)>" }.joined() + "</tr>"
    }

    /// Words of models or files as text of a page: nothing in them is markup.
    static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in ReportSection.line(words).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
