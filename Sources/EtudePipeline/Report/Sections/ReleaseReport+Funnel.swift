import EtudePublish

extension ReleaseReport {
    /// What stands under the heading.
    var lead: [String] {
        let rows = manifest.counts.map(\.accepted).reduce(0, +)
        let asked = manifest.counts.map(\.asked).reduce(0, +)
        var lead = [
            HTML.paragraph(
                """
                \(ReportNumber.grouped(rows)) of \(ReportNumber.grouped(asked)) rows asked for, made on \
                \(manifest.createdAt) with etude \(manifest.toolVersion). Digest \(manifest.digest).
                """
            )
        ]
        if !manifest.isComplete {
            lead.append(HTML.paragraph("This release is short of the rows asked for.", class: "short"))
        }
        if manifest.models.contains(where: { $0.role == .teacher && $0.isBuiltIn }) {
            let words =
                "The built-in teacher fills in patterns: these texts are for trying out the program, not for training."
            lead.append(HTML.paragraph(words, class: "short"))
        }
        return lead
    }

    /// From candidates to rows.
    var funnel: HTMLPage.Section {
        HTMLPage.Section(
            id: "funnel",
            title: "From candidates to rows",
            parts: [
                HTML.paragraph(
                    """
                    A candidate is a combination of skills and topic put to the teacher once. Every one ends as a row or is \
                    lost for one reason; the bars show what is left after each loss, and in the other colour what was lost.
                    """
                ),
                waterfall, "<h3>By split and k</h3>", lossTable(losses.map(\.loss)),
                HTML.paragraph(
                    """
                    Not eligible: positions of the plan passed over before anybody was asked, since their split may not hold \
                    them; they are no candidates.\(isRefresh ? " Carried on: rows of earlier releases." : "")
                    """,
                    class: "note"
                ),
            ]
        )
    }

    private var losses: [(loss: Loss, count: Int)] { Loss.all(in: manifest.books) }
    private var candidates: Int { manifest.books.map(\.candidates).reduce(0, +) }

    /// Whether rows of earlier releases are among these.
    private var isRefresh: Bool {
        manifest.counts.map(\.accepted).reduce(0, +) != manifest.books.map(\.accepted).reduce(0, +)
    }

    private var waterfall: String {
        func line(_ words: String, _ count: Int, left: Int, lost: Int = 0) -> [HTMLTable.Cell] {
            let parts = [ShareBar.Part(name: "keep", value: left), ShareBar.Part(name: "loss", value: lost)]
            return [
                .words(words), ShareBar(parts: parts, whole: candidates).cell, .count(count),
                .words(ReportNumber.share(count, of: candidates)),
            ]
        }
        var left = candidates
        var rows = [line("candidates", candidates, left: left)]
        for (loss, count) in losses {
            left -= count
            rows.append(line("lost: \(loss.words)", count, left: left, lost: count))
        }
        rows.append(line("new rows", manifest.books.map(\.accepted).reduce(0, +), left: left))
        return HTMLTable(
            caption: "What became of all candidates",
            columns: [.words("step"), .words("left, lost"), .number("candidates"), .number("share")],
            rows: rows,
            hasTotal: true
        )
        .html
    }

    private func lossTable(_ losses: [Loss]) -> String {
        let counts = Dictionary(manifest.counts.map { (ReportCell(split: $0.split, k: $0.k), $0) }) { first, _ in first
        }
        func line(_ name: String, _ k: String, _ books: [CellBooks], asked: Int, held: Int) -> [HTMLTable.Cell] {
            let lost = Dictionary(Loss.all(in: books).map { ($0.loss, $0.count) }) { first, _ in first }
            let accepted = books.map(\.accepted).reduce(0, +)
            return [
                .words(name), .words(k), .count(books.map(\.notEligible).reduce(0, +)),
                .count(books.map(\.candidates).reduce(0, +)),
            ] + losses.map { .count(lost[$0] ?? 0) } + [.count(accepted)]
                + (isRefresh ? [.count(held - accepted)] : []) + [.count(held), .count(asked)]
        }
        var rows = manifest.books.map { book in
            let count = counts[ReportCell(split: book.split, k: book.k)]
            return line(book.split, "\(book.k)", [book], asked: count?.asked ?? 0, held: count?.accepted ?? 0)
        }
        rows.append(
            line(
                "all",
                "",
                manifest.books,
                asked: manifest.counts.map(\.asked).reduce(0, +),
                held: manifest.counts.map(\.accepted).reduce(0, +)
            )
        )
        let columns =
            [HTMLTable.Column.words("split"), .number("k"), .number("not eligible"), .number("candidates")]
            + losses.map { .number($0.code) } + [.number("new rows")] + (isRefresh ? [.number("carried on")] : [])
            + [.number("rows"), .number("asked for")]
        return HTMLTable(
            caption: "Candidates and losses of each cell",
            columns: columns,
            rows: rows,
            hasTotal: true
        )
        .html
    }
}
