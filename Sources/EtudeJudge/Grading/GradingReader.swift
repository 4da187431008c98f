public import EtudeCore
public import EtudePrompt
import EtudeText

/// Reads the marks that a judge gave, from a JSON verdict, a table, or a list of remarks with points.
///
/// Marks are matched to criteria by name, never by position. Totals are not read. A criterion without points, with points that
/// are not a whole 0 or 1, or with different points in two places is unknown; nothing is guessed. An answer that holds a JSON
/// verdict of the judge's own is read as JSON only.
///
/// With a rubric and the draft, marks that only repeat what the draft holds are not the judge's, and in a JSON verdict a mark is
/// void, and so unknown, whose evidence is not in the draft, or which passes without evidence where the rubric requires it.
public struct GradingReader: Sendable {
    private let criteria: [Criterion]
    private let matcher: CriterionMatcher
    private let draft: Draft?

    /// What an answer is held against.
    private struct Draft: Sendable {
        let echo: DraftEcho
        let quotation: Quotation
        /// The criteria that judges decide, and for which they have to quote the text.
        let needEvidence: Set<Criterion>
    }

    /// A reader of answers about one draft.
    ///
    /// - Parameters:
    ///   - assignment: what was asked for.
    ///   - rubric: the rubric.
    ///   - draft: the text that is marked.
    /// - Throws: ``EtudeError`` with code `data` for words of the rubric that cannot be filled in.
    public init(_ assignment: Assignment, rubric: Rubric, draft: String) throws(EtudeError) {
        let lines = try rubric.lines(for: assignment)
        criteria = lines.map(\.criterion)
        matcher = CriterionMatcher(assignment, lines: lines)
        self.draft = Draft(
            echo: DraftEcho(draft, names: matcher.names),
            quotation: Quotation(of: draft),
            needEvidence: Set(
                lines.filter { $0.entry.evidence == .required && $0.entry.decision == .model }.map(\.criterion)
            )
        )
    }

    private init(_ assignment: Assignment) {
        criteria = Criterion.all(of: assignment)
        matcher = CriterionMatcher(assignment, lines: [])
        draft = nil
    }

    /// The marks in an answer about SKILL-MIX's own criteria, evidence and draft left aside.
    ///
    /// - Parameters:
    ///   - answer: what the judge wrote.
    ///   - assignment: what it was to mark.
    /// - Returns: an outcome for every criterion of the assignment.
    public static func marks(in answer: String, for assignment: Assignment) -> [Criterion: Mark.Outcome] {
        GradingReader(assignment).marks(in: answer)
    }

    /// The marks in an answer.
    ///
    /// - Parameter answer: what the judge wrote.
    /// - Returns: an outcome for every criterion.
    public func marks(in answer: String) -> [Criterion: Mark.Outcome] {
        let findings = verdictFindings(in: answer) ?? textFindings(in: draft?.echo.hidden(in: answer) ?? answer)
        var marks: [Criterion: Mark.Outcome] = [:]
        for criterion in criteria {
            let outcomes = findings.filter { $0.criterion == criterion }.map(\.outcome)
            marks[criterion] = Set(outcomes).count == 1 ? outcomes[0] : .unknown
        }
        return marks
    }

    /// What the JSON verdicts say; nil for an answer that holds none but the draft's.
    private func verdictFindings(in answer: String) -> [Finding]? {
        guard let verdict = JSONVerdict(in: answer) else { return nil }
        guard let draft else { return verdict.entries.compactMap { $0.finding(matcher) } }
        let own = verdict.entries.filter { !draft.echo.holds($0.value.canonicalText) }
        guard !own.isEmpty || verdict.entries.isEmpty else { return nil }
        return own.compactMap { entry in
            guard let finding = entry.finding(matcher) else { return nil }
            return isVoid(finding, by: entry.evidence, draft)
                ? Finding(criterion: finding.criterion, outcome: .unknown) : finding
        }
    }

    private func isVoid(_ finding: Finding, by evidence: String, _ draft: Draft) -> Bool {
        guard Quotation.isEmpty(evidence) else { return !draft.quotation.holds(evidence) }
        return finding.outcome == .pass && draft.needEvidence.contains(finding.criterion)
    }

    private func textFindings(in answer: String) -> [Finding] {
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
