import EtudeCore

extension DatasetCard {
    /// How far the marks can be trusted; nil for a release that says nothing of it.
    var trust: String? {
        manifest.judging.map { judging in
            let parts = [
                agreement(judging), probes(judging.probes), audit(judging.audit),
                judging.warnings.map { "- " + CardText.markdown($0) }.joined(separator: "\n"),
            ]
            return (["## How far the marks can be trusted"] + parts.filter { !$0.isEmpty }).joined(separator: "\n\n")
        }
    }

    private func agreement(_ judging: JudgingRecord) -> String {
        guard judging.ballots > 1 else {
            return "Each text was marked by one judge in one round, so how far judges agree was not measured."
        }
        guard judging.agreement.contains(where: { $0.texts > 0 }) else {
            return "Each text could have \(judging.ballots) ballots, but how far they agree was not measured."
        }
        let rows = judging.agreement.map { record in
            [
                CardText.markdown(record.criterion), "\(record.texts)", text(record.percent),
                text(record.cohensKappa ?? record.fleissKappa), text(record.alpha),
                text(Estimate(record.abstentions)),
            ]
        }
        let head = ["criterion", "texts", "agreement", "kappa", "alpha", "abstentions"]
        return
            "How far the ballots of one text agree, with 95% intervals by a bootstrap of texts; kappa and alpha are 1 for "
            + "full agreement and 0 for chance, and undefined where all marks are the same:\n\n" + table(head, rows)
    }

    private func probes(_ probes: [ProbeRecord]) -> String {
        guard !probes.isEmpty else { return "" }
        let rows = probes.map { probe in
            [
                CardText.markdown(probe.kind), "\(probe.planted)", "\(probe.caughtByCode)",
                "\(probe.caughtByJudges.successes) of \(probe.caughtByJudges.trials)",
                text(Estimate(probe.caughtByJudges)),
            ]
        }
        let head = ["fault", "planted", "caught by code", "caught by judges", "judges' rate"]
        return "Texts with a planted fault were put to the judges among the others; none is published:\n\n"
            + table(head, rows)
    }

    private func audit(_ audit: AuditRecord?) -> String {
        guard let audit else { return "" }
        guard let precision = Estimate(audit.precision) else {
            return
                "Of release \(audit.release) \(audit.unlabelled) accepted rows were drawn for a person to label; none is."
        }
        let rest = audit.unlabelled > 0 ? ", \(audit.unlabelled) more were drawn" : ""
        return
            "A person labelled \(audit.precision.trials) accepted rows of release \(audit.release)\(rest): the share that "
            + "was rightly accepted is \(precision.text)."
    }

    private func text(_ estimate: Estimate?) -> String { estimate?.text ?? "undefined" }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let rule = ["---"] + Array(repeating: "---:", count: head.count - 1)
        return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
