import EtudeCore
import EtudePublish

extension ReleaseReport {
    /// The cells that have rows, in the manifest's order.
    var cells: [ReportCell] {
        manifest.counts.map { ReportCell(split: $0.split, k: $0.k) }.filter { (tally.rows[$0] ?? 0) > 0 }
    }

    /// How long the texts are.
    var lengths: HTMLPage.Section {
        var all = LengthTally()
        for tally in tally.lengths.values { all.add(tally) }
        guard let histogram = Histogram(all.counts) else {
            return HTMLPage.Section(id: "lengths", title: "Lengths", parts: [HTML.paragraph("No row has a text.")])
        }
        let rows = cells.compactMap { cell -> [HTMLTable.Cell]? in
            tally.lengths[cell].map { lengthRow(cell.split, "\(cell.k)", $0) }
        }
        let table = HTMLTable(
            caption: "Words of the texts of each cell",
            columns: [
                .words("split"), .number("k"), .number("texts"), .number("shortest"), .number("median"),
                .number("mean"), .number("95%"), .number("longest"),
            ],
            rows: rows + [lengthRow("all", "", all)],
            hasTotal: true
        )
        let bins = histogram.bins.enumerated().map { bin, count -> [HTMLTable.Cell] in
            [.words(histogram.name(of: bin)), .count(count)]
        }
        let numbers = HTMLTable(caption: "Texts by words", columns: [.words("words"), .number("texts")], rows: bins)
        return HTMLPage.Section(
            id: "lengths",
            title: "Lengths",
            parts: [
                histogram.drawing(id: "words", title: "Texts of rows by their number of words", axis: "words").html,
                HTML.details("The same in numbers", [numbers.html]), table.html,
            ]
        )
    }

    private func lengthRow(_ split: String, _ k: String, _ lengths: LengthTally) -> [HTMLTable.Cell] {
        [
            .words(split), .words(k), .count(lengths.total), .count(lengths.counts.keys.min() ?? 0),
            .count(lengths.quantile(0.5)), .words(ReportNumber.plain(lengths.mean, digits: 1)),
            .count(lengths.quantile(0.95)), .count(lengths.counts.keys.max() ?? 0),
        ]
    }

    /// Near duplicates, some of them side by side with what they are near to.
    var duplicates: HTMLPage.Section {
        var parts: [String]
        if tally.near.isEmpty {
            parts = [HTML.paragraph("No draft was near to a text that was kept.")]
        } else {
            let rows = tally.near.sorted { $0.key < $1.key }.map { rule, count -> [HTMLTable.Cell] in
                [.words(Self.rules[rule] ?? rule), .count(count)]
            }
            let table = HTMLTable(
                caption: "Drafts near to a kept text, by the first rule that found them",
                columns: [.words("rule"), .number("drafts")],
                rows: rows
            )
            parts = [table.html]
            for (rule, sample) in tally.nearSamples.sorted(by: { $0.key < $1.key }) {
                parts.append("<h3>\(HTML.words("Examples: " + (Self.rules[rule] ?? rule)))</h3>")
                parts += sample.elements.map(pair)
            }
        }
        return HTMLPage.Section(id: "duplicates", title: "Near duplicates", parts: parts)
    }

    private static let rules = [
        "exact": "the same words in the same order", "jaccard": "most of their shingles in common",
        "words_changed": "short, and few words apart", "meaning": "the same meaning, by a model's embeddings",
    ]

    private func pair(_ draft: ShownDraft) -> String {
        guard let near = draft.near else { return "" }
        let kept = tally.kept[near.kept].flatMap(\.self)
        let keptText =
            kept.map { HTML.text($0.text, atMost: textBytes) }
            ?? HTML.paragraph("The kept text is not in this release.", class: "note")
        let keptCell = kept.map { ", \($0.cell.split), k = \($0.cell.k)" } ?? ""
        return """
            <article>
            <p>Similarity \(ReportNumber.plain(near.similarity)).</p>
            <div class="pair">
            <div><p>Kept: \(HTML.words("row \(near.kept)\(keptCell)"))</p>
            \(keptText)</div>
            <div><p>Dropped: \(HTML.words("draft \(draft.id), \(draft.cell.split), k = \(draft.cell.k)"))</p>
            \(HTML.text(draft.text, atMost: textBytes))</div>
            </div>
            </article>
            """
    }
}
