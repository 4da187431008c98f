import EtudeCore
import EtudePublish

extension ReleaseReport {
    /// The certificate in plain words.
    var promises: HTMLPage.Section {
        let rules = (certificate["proved"]?["rules"]?.array ?? []).compactMap { rule -> String? in
            guard let statement = rule["statement"]?.string else { return nil }
            guard let checked = rule["checked"]?.int, let unit = rule["unit"]?.string else { return statement }
            return "\(statement) (\(ReportNumber.grouped(checked)) \(unit) checked)"
        }
        let figures = (certificate["measured"]?.members ?? []).filter { $0.key != "exposure" && $0.value != .array([]) }
        let measured =
            figures.map { "\($0.key): \($0.value.canonicalText)" }
            + (ExposureStatement(certificate: certificate)?.sentences ?? [])
        let notClaimed = (certificate["not_claimed"]?.array ?? []).compactMap(\.string)
        return HTMLPage.Section(
            id: "certificate",
            title: "What is proved, measured, and not claimed",
            parts: [HTML.paragraph(division)] + ["<h3>Proved</h3>"]
                + [
                    HTML.paragraph("The command \"etude verify\" derives these again from the files alone."),
                    HTML.list(rules),
                ]
                + splitTable + ["<h3>Measured</h3>"]
                + [measured.isEmpty ? HTML.paragraph("Nothing beyond the counts.") : HTML.list(measured)]
                + (notClaimed.isEmpty ? [] : ["<h3>Not claimed</h3>", HTML.list(notClaimed)])
        )
    }

    private var division: String {
        let division = certificate["proved"]?["division"]
        func sides(_ kind: String) -> String {
            let (train, heldOut) = (division?[kind]?["train"]?.int ?? 0, division?[kind]?["held_out"]?.int ?? 0)
            return
                "\(ReportNumber.grouped(train)) \(kind) may stand in training, \(ReportNumber.grouped(heldOut)) may not"
        }
        guard division != nil else { return "The certificate says nothing of a division." }
        return "Before anything was written, the catalog was divided: \(sides("skills")); \(sides("topics"))."
    }

    private var splitTable: [String] {
        let splits = certificate["proved"]?["splits"]?.members ?? []
        guard !splits.isEmpty else { return [] }
        let kinds = ["skills", "pairs", "triples", "skill_sets", "topics"]
        let rows = splits.map { split -> [HTMLTable.Cell] in
            let shared = split.value["shared_with_training"]
            return [.words(split.key), .count(split.value["rows"]?.int ?? 0)]
                + kinds.flatMap { kind -> [HTMLTable.Cell] in
                    [.count(split.value[kind]?.int ?? 0), .count(shared?[kind]?.int ?? 0)]
                }
        }
        let columns =
            [HTMLTable.Column.words("split"), .number("rows")]
            + kinds.flatMap { kind -> [HTMLTable.Column] in
                let name = kind.replacing("_", with: " ")
                return [.number(name), .number("\(name) in other training splits")]
            }
        return [
            HTMLTable(caption: "What each split holds, and shares with training", columns: columns, rows: rows).html
        ]
    }
}
