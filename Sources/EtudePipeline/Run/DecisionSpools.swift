import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeSample

/// Keeps decisions on disk in the decision order until the release is written: rows by cell, everything else in one spool.
struct DecisionSpools {
    let rows: [RowSpool]
    let rejected: RowSpool
    private let plan: PipelinePlan

    /// Spools in an output folder; those of a refresh begin with the rows that are carried on.
    init(plan: PipelinePlan, directory: String, carrying carried: CarriedRows? = nil) throws(EtudeError) {
        var rows: [RowSpool] = []
        for planned in plan.cells {
            if let begun = carried?.spools[planned.cell.name] {
                rows.append(begun)
            } else {
                rows.append(try RowSpool(directory: directory))
            }
        }
        self.rows = rows
        rejected = try RowSpool(directory: directory)
        self.plan = plan
    }

    mutating func append(_ decision: Decision) throws(EtudeError) {
        switch decision.disposition {
        case .row(let row):
            try rows[decision.candidate.cell].append(row)
        case .rejected(let reason, let detail, let draft, let verdict, let match):
            let near = match.map {
                RejectedRecord.Near(kept: $0.keptID, similarity: $0.similarity, rule: $0.rule.rawValue)
            }
            try rejected.append(record(decision.candidate, reason, detail, draft, verdict, near))
        case .failed(let kind):
            try rejected.append(record(decision.candidate, RejectionReason("failed"), kind, nil, nil, nil))
        }
    }

    private func record(
        _ candidate: Candidate,
        _ reason: RejectionReason,
        _ detail: String,
        _ draft: Draft?,
        _ verdict: Verdict?,
        _ near: RejectedRecord.Near?
    ) -> RejectedRecord {
        let cell = plan.cells[candidate.cell].cell
        return RejectedRecord(
            id: Row.id(name: plan.spec.name, candidate: candidate, cell: cell),
            split: cell.split,
            k: cell.k,
            skills: candidate.combination.skills,
            topic: candidate.combination.topic,
            attempt: candidate.attempt,
            planIndex: candidate.position,
            reason: reason,
            detail: detail,
            near: near,
            text: draft?.text ?? "",
            explanation: draft?.explanation ?? "",
            messages: draft?.messages ?? [],
            marks: verdict?.marks ?? [],
            teacher: draft?.teacher ?? "",
            seed: candidate.seed.description
        )
    }
}
