import EtudeCore
import EtudePublish

extension ReleaseReport {
    /// Marks by criterion and k.
    var marks: HTMLPage.Section {
        let rows = tally.marks.counts.sorted { $0.key < $1.key }.flatMap { k, counts in
            tally.marks.criteria.compactMap { name in counts[name].map { markRow(k, name, $0) } }
        }
        guard !rows.isEmpty else {
            let words = "No draft has a mark: all splits are of requests only, or code refused every text."
            return HTMLPage.Section(id: "marks", title: "Marks", parts: [HTML.paragraph(words)])
        }
        let table = HTMLTable(
            caption: "Marks of all judged drafts, rows and rejected ones",
            columns: [
                .words("criterion"), .number("k"), .words("pass, fail, unknown"), .number("passed"),
                .number("marks"), .number("pass"), .number("fail"), .number("unknown"),
            ],
            rows: rows
        )
        return HTMLPage.Section(
            id: "marks",
            title: "Marks",
            parts: [
                HTML.paragraph(
                    """
                    What the judges said of each criterion, of drafts that became rows and of those that did not. A draft has \
                    k marks for its skills and one for each other criterion; unknown is what could not be read or settled.
                    """
                ),
                table.html,
            ]
        )
    }

    private func markRow(_ k: Int, _ name: String, _ counts: MarkTallies.Counts) -> [HTMLTable.Cell] {
        let parts = [("pass", counts.pass), ("fail", counts.fail), ("unknown", counts.unknown)]
        return [
            .words(name), .count(k),
            ShareBar(parts: parts.map { ShareBar.Part(name: $0.0, value: $0.1) }, whole: counts.total).cell,
            .words(ReportNumber.share(counts.pass, of: counts.total)), .count(counts.total), .count(counts.pass),
            .count(counts.fail), .count(counts.unknown),
        ]
    }

    /// How far the marks can be trusted.
    var trust: HTMLPage.Section {
        guard let judging = manifest.judging else {
            let words = "The release says nothing of how far its judges can be trusted."
            return HTMLPage.Section(
                id: "trust",
                title: "How far the marks can be trusted",
                parts: [HTML.paragraph(words)]
            )
        }
        return HTMLPage.Section(
            id: "trust",
            title: "How far the marks can be trusted",
            parts: agreement(judging) + probes(judging.probes) + audit(judging.audit)
                + (judging.warnings.isEmpty ? [] : [HTML.list(judging.warnings)])
        )
    }

    private func agreement(_ judging: JudgingRecord) -> [String] {
        guard judging.ballots > 1 else {
            return [
                HTML.paragraph(
                    "Each text was marked by one judge in one round, so how far judges agree was not measured."
                )
            ]
        }
        let rows = judging.agreement.map { record -> [HTMLTable.Cell] in
            [
                .words(record.criterion), .count(record.texts), .words(text(record.percent)),
                .words(text(record.cohensKappa ?? record.fleissKappa)), .words(text(record.alpha)),
                .words(text(Estimate(record.abstentions))),
            ]
        }
        let table = HTMLTable(
            caption: "Agreement of the \(judging.ballots) ballots of a text",
            columns: [
                .words("criterion"), .number("texts"), .number("agreement"), .number("kappa"), .number("alpha"),
                .number("abstentions"),
            ],
            rows: rows
        )
        let words = """
            With 95% intervals by a bootstrap of texts. Kappa and alpha are 1 for full agreement and 0 for chance, and undefined \
            where all marks are the same.
            """
        return [table.html, HTML.paragraph(words, class: "note")]
    }

    private func probes(_ probes: [ProbeRecord]) -> [String] {
        guard !probes.isEmpty else { return [HTML.paragraph("No texts with planted faults were put to the judges.")] }
        let rows = probes.map { probe -> [HTMLTable.Cell] in
            let caught = probe.caughtByJudges
            return [
                .words(probe.kind),
                ShareBar(parts: [ShareBar.Part(name: "keep", value: caught.successes)], whole: caught.trials).cell,
                .words(text(Estimate(caught))), .count(probe.planted), .count(probe.caughtByCode),
                .count(caught.trials),
                .count(caught.successes), .count(probe.missed),
            ]
        }
        let table = HTMLTable(
            caption: "Texts with planted faults, put to the judges among the others",
            columns: [
                .words("fault"), .words("share that judges caught"), .number("that share"), .number("planted"),
                .number("caught by code"), .number("judged"), .number("caught by judges"), .number("missed by both"),
            ],
            rows: rows
        )
        return [table.html]
    }

    private func audit(_ audit: AuditRecord?) -> [String] {
        guard let audit, let precision = Estimate(audit.precision) else { return [] }
        let words = """
            A person labelled \(audit.precision.trials) accepted rows of release \(audit.release): the share that was rightly \
            accepted is \(precision.text).
            """
        return [HTML.paragraph(words)]
    }

    private func text(_ estimate: Estimate?) -> String { estimate?.text ?? "undefined" }
}
