import EtudeCore
public import EtudeJudge

/// What one judge says of all students in one setting.
public struct EvaluationTable: Sendable {
    /// The judge; empty where records do not name it.
    public let judge: String
    /// The setting; empty where none is known.
    public let setting: String
    /// The students in the order in which they come.
    public let students: [String]
    /// The k, ascending.
    public let ks: [Int]
    /// The cells by student and then by k; a cell that was not asked for or not graded is absent.
    public let cells: [CellScore]
    /// Each two students at each k.
    public let comparisons: [PairedComparison]
    /// How many texts of the cells have gradings, but none of this judge.
    private let missed: Int

    /// The table of a setting's texts; nil where this judge has graded none of them.
    init?(_ texts: [GradedText], judge: String, setting: String, options: EvaluationReport.Options) {
        let groups = Dictionary(grouping: texts) { Position(student: $0.student, k: $0.k) }
        let students = EvaluationReport.unique(texts.map(\.student))
        let ks = Set(texts.map(\.k)).sorted()
        let cells = students.flatMap { student in
            ks.compactMap { k in
                groups[Position(student: student, k: k)]
                    .map { CellScore($0, judge: judge, rules: options.rules) }
            }
        }
        .filter { $0.texts > 0 && ($0.gradings > 0 || $0.ungraded == 0) }
        guard cells.contains(where: { $0.gradings > 0 }) else { return nil }
        (self.judge, self.setting, self.cells) = (judge, setting, cells)
        self.students = students.filter { student in cells.contains { $0.student == student } }
        self.ks = ks.filter { k in cells.contains { $0.k == k } }
        missed = cells.reduce(0) { sum, cell in
            let texts = groups[Position(student: cell.student, k: cell.k)] ?? []
            return sum + texts.count { !$0.gradings.isEmpty && !$0.gradings.contains { $0.judge == judge } }
        }
        comparisons = cells.indices.flatMap { first in
            cells[(first + 1)...].filter { $0.k == cells[first].k }.compactMap { PairedComparison(cells[first], $0) }
        }
    }

    private struct Position: Hashable {
        let student: String
        let k: Int
    }

    /// The cell of a student at a k.
    public func cell(of student: String, k: Int) -> CellScore? {
        cells.first { $0.student == student && $0.k == k }
    }

    /// The smallest k at which a student is saturated; nil where it is at none.
    public func saturation(of student: String) -> Int? {
        let fullMarks = cells.filter { $0.student == student }.compactMap { cell in
            cell.estimate(of: .fullMarks, over: .best).map { (cell.k, $0.mean) }
        }
        return Saturation.k(of: Dictionary(uniqueKeysWithValues: fullMarks))
    }

    /// What the table is about, such as "judge gpt-4, setting held-out".
    var name: String {
        let judge = judge.isEmpty ? "a judge that the records do not name" : "judge \(judge)"
        return setting.isEmpty ? judge : "\(judge), setting \(setting)"
    }

    /// What a reader of the table should know.
    var warnings: [String] {
        func total(_ count: KeyPath<TextScore, Int>) -> Int { cells.reduce(0) { $0 + $1.total(count) } }
        let marks = cells.reduce(0) { $0 + $1.texts * ($1.k + 2) }
        var warnings: [String] = []
        if missed > 0 {
            warnings.append("\(name): \(ReportNumber.count(missed, "text")) without a grading of this judge left out.")
        }
        if total(\.ties) > 0 {
            warnings.append("\(name): \(total(\.ties)) of \(marks) marks are ties, which earn nothing.")
        }
        if total(\.unread) > 0 {
            warnings.append(
                "\(name): \(total(\.unread)) of \(marks) marks could be read in no grading; they earn nothing."
            )
        }
        return warnings
    }
}
