import EtudeCore
import EtudePublish

extension ReleaseReport {
    /// Rows to look at, by split and k and by skill.
    var samples: HTMLPage.Section {
        HTMLPage.Section(
            id: "rows",
            title: "Rows to look at",
            parts: [
                HTML.paragraph(
                    "A few of each, chosen by their ids, which are as good as random and the same every time."
                ),
                "<h3>By split and k</h3>",
            ] + bySplit + ["<h3>By skill</h3>"] + bySkill
        )
    }

    private var bySplit: [String] {
        EvaluationReport.unique(cells.map(\.split)).map { split in
            let inner = cells.filter { $0.split == split }.map { cell in
                let shown = tally.cellSamples[cell]?.elements ?? []
                return HTML.details(
                    "k = \(cell.k): \(count(shown.count, of: tally.rows[cell] ?? 0))",
                    shown.map(article)
                )
            }
            return HTML.details(HTML.words(split), inner)
        }
    }

    private var bySkill: [String] {
        let shown = divided.catalog.skills.filter { tally.skillSamples[$0.id] != nil }
        guard !shown.isEmpty else { return [HTML.paragraph("No row has a text.")] }
        return EvaluationReport.unique(shown.map(\.category)).map { category in
            let inner = shown.filter { $0.category == category }.map { skill in
                HTML.details(
                    HTML.words(skill.name, atMost: 120),
                    [HTML.paragraph(skill.definition, class: "note")]
                        + (tally.skillSamples[skill.id]?.elements ?? []).map(article)
                )
            }
            return HTML.details(HTML.words(category), inner)
        }
    }

    /// Rejected drafts to look at, by reason, split and k.
    var rejects: HTMLPage.Section {
        let reasons = Set(tally.rejected.keys.map(\.reason)).map(Loss.init(reason:)).sorted {
            ($0.stage.rawValue, $0.code) < ($1.stage.rawValue, $1.code)
        }
        let parts = reasons.map { loss in
            let total = tally.rejected.filter { $0.key.reason == loss.code }.values.reduce(0, +)
            return HTML.details(
                "\(HTML.words(loss.code)): \(HTML.words(loss.words)), \(ReportNumber.grouped(total))",
                groups(of: loss.code)
            )
        }
        return HTMLPage.Section(
            id: "rejected",
            title: "Rejected drafts to look at",
            parts: parts.isEmpty ? [HTML.paragraph("No draft was rejected.")] : parts
        )
    }

    private func groups(of reason: String) -> [String] {
        manifest.counts.map { ReportCell(split: $0.split, k: $0.k) }.compactMap { cell in
            let group = ReleaseTally.RejectGroup(reason: reason, cell: cell)
            guard let total = tally.rejected[group] else { return nil }
            let shown = tally.rejectedSamples[group]?.elements ?? []
            return HTML.details(
                "\(HTML.words(cell.split)), k = \(cell.k): \(count(shown.count, of: total))",
                shown.map(article)
            )
        }
    }

    private func count(_ shown: Int, of all: Int) -> String {
        "\(ReportNumber.grouped(shown)) of \(ReportNumber.grouped(all))"
    }

    private func article(_ draft: ShownDraft) -> String {
        let skills = draft.skills.map { HTML.words(skillName($0), atMost: 120) }.joined(separator: ", ")
        let topic = divided.catalog.topic(draft.topic)?.name ?? draft.topic
        var lines = [
            "<article>",
            "<p>\(skills); topic: \(HTML.words(topic, atMost: 120)) <span class=\"note\">(\(HTML.words(draft.id)))</span></p>",
        ]
        if let reason = draft.reason {
            let detail = draft.detail.isEmpty ? "" : ": \(HTML.words(draft.detail))"
            lines.append("<p>Rejected, \(HTML.words(Loss(reason: reason).words))\(detail)</p>")
        }
        if !draft.text.isEmpty { lines.append(HTML.text(draft.text, atMost: textBytes)) }
        let rest = more(draft)
        if !rest.isEmpty { lines.append(HTML.details("Marks and explanation", rest)) }
        return (lines + ["</article>"]).joined(separator: "\n")
    }

    private func more(_ draft: ShownDraft) -> [String] {
        let marks = draft.marks.map { mark in
            let name = if case .skill(let id) = mark.criterion { skillName(id) } else { mark.criterion.name }
            let votes = mark.votes.pass + mark.votes.fail + mark.votes.unknown
            return "\(HTML.words(name, atMost: 120)): \(mark.outcome.rawValue)"
                + (votes > 1
                    ? " (\(mark.votes.pass) pass, \(mark.votes.fail) fail, \(mark.votes.unknown) unknown)" : "")
        }
        return (marks.isEmpty ? [] : ["<p>" + marks.joined(separator: "; ") + "</p>"])
            + (draft.explanation.isEmpty ? [] : [HTML.text(draft.explanation, atMost: textBytes / 2)])
    }
}
