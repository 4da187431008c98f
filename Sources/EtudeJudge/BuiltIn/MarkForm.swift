import EtudeCore

/// The forms in which the built-in judge answers, as models do.
enum MarkForm {
    /// `{"marks":{"1":{"criterion":…,"evidence":…,"met":…},…}}`.
    case json
    /// The table of SKILL-MIX (arXiv 2310.17567): criteria, by the names that rows use, and points, and their total.
    case table

    /// What the judge says of one criterion.
    struct Entry {
        let criterion: Criterion
        let isMet: Bool
        /// The words of the text that meet it; empty where it is not met, or no words in particular meet it.
        let evidence: String
    }

    /// The answer that tells some marks.
    func text(of marks: [Entry]) -> String {
        switch self {
        case .json: Self.json(marks)
        case .table: Self.table(marks)
        }
    }

    private static func json(_ marks: [Entry]) -> String {
        let entries = marks.enumerated().map { index, mark in
            JSONMember(
                String(index + 1),
                [
                    "criterion": .string(mark.criterion.name), "evidence": .string(mark.evidence),
                    "met": .bool(mark.isMet),
                ]
            )
        }
        let answer: JSONValue = ["marks": .object(entries)]
        return answer.canonicalText
    }

    private static func table(_ marks: [Entry]) -> String {
        let rows = marks.map { "| \($0.criterion.name) | \($0.isMet ? 1 : 0) |" }
        let total = marks.count(where: \.isMet)
        return (["| Criteria | Points Earned |", "| --- | --- |"] + rows + ["| Total | \(total) |"]).joined(
            separator: "\n"
        )
    }
}
