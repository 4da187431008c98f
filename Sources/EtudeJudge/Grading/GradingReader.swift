public import EtudeCore
import EtudeText

/// Reads the marks that a judge gave, from a JSON verdict, a table, or a list of remarks with points.
///
/// Marks are matched to criteria by name, never by position. Totals are not read. A criterion without points, with points that
/// are not a whole 0 or 1, or with different points in two places is unknown; nothing is guessed. An answer that holds a JSON
/// verdict is read as JSON only.
public enum GradingReader: Sendable {
    /// The marks in a judge's answer.
    ///
    /// - Parameters:
    ///   - answer: what the judge wrote.
    ///   - assignment: what it was to mark.
    /// - Returns: an outcome for every criterion of the assignment.
    public static func marks(in answer: String, for assignment: Assignment) -> [Criterion: Mark.Outcome] {
        let matcher = CriterionMatcher(assignment)
        let findings = JSONVerdict(in: answer)?.findings(matcher) ?? textFindings(in: answer, matcher)
        var marks: [Criterion: Mark.Outcome] = [:]
        for criterion in Criterion.all(of: assignment) {
            let outcomes = findings.filter { $0.criterion == criterion }.map(\.outcome)
            marks[criterion] = Set(outcomes).count == 1 ? outcomes[0] : .unknown
        }
        return marks
    }

    private static func textFindings(in answer: String, _ matcher: CriterionMatcher) -> [Finding] {
        var table = GradingTable(matcher)
        var list = GradingList(matcher)
        for line in Lines.split(answer[...]) where !line.isEmpty {
            if let row = TableRow(line) {
                table.read(row)
                list.endItem()
            } else {
                table.end()
                list.read(line)
            }
        }
        return table.findings + list.findings
    }
}
