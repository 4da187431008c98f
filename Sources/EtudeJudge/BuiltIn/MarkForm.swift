import EtudeCore

/// The forms in which the built-in judge answers, as models do.
enum MarkForm {
    /// `{"marks":[{"criterion":…,"met":…},…]}`.
    case json
    /// The rubric of SKILL-MIX (arXiv 2310.17567): a table of criteria and points, and their total.
    case table

    /// The answer that tells some marks.
    func text(of marks: [(criterion: Criterion, isMet: Bool)], for assignment: Assignment) -> String {
        switch self {
        case .json: Self.json(marks)
        case .table: Self.table(marks, assignment)
        }
    }

    private static func json(_ marks: [(criterion: Criterion, isMet: Bool)]) -> String {
        let list = marks.map { mark -> JSONValue in
            ["criterion": .string(mark.criterion.name), "met": .bool(mark.isMet)]
        }
        let answer: JSONValue = ["marks": .array(list)]
        return answer.canonicalText
    }

    private static func table(_ marks: [(criterion: Criterion, isMet: Bool)], _ assignment: Assignment) -> String {
        let label = CriterionLabel(assignment: assignment, language: "en")
        let rows = marks.map { "| \(label.text(of: $0.criterion)) | \($0.isMet ? 1 : 0) |" }
        let total = marks.count(where: \.isMet)
        return (["| Criteria | Points Earned |", "| --- | --- |"] + rows + ["| Total | \(total) |"]).joined(
            separator: "\n"
        )
    }
}
