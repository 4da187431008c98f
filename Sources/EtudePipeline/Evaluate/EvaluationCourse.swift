import EtudeJudge

/// The course of an evaluation: what is asked next, and what was answered.
///
/// It goes by k, ascending. A student whose full marks fall under the threshold of ``Saturation`` with every judge is asked for
/// no larger k in that setting, unless all k are wanted.
struct EvaluationCourse {
    /// A student in a setting.
    private struct Standing: Hashable {
        let student: String
        let setting: String
    }

    /// A cell that a student is asked, or spared.
    struct Leg {
        let student: String
        let cell: EvaluationCell
    }

    private let spec: EvaluateSpec
    private let rules: ScoringRules
    private let filter: SkillFilter
    private let skips: Bool
    private var saturated: Set<Standing> = []
    /// The graded texts so far, in order: k, setting, student, question, generation.
    private(set) var texts: [GradedText] = []
    /// What students were spared.
    private(set) var skipped: [Leg] = []

    /// A course that has not begun.
    ///
    /// - Parameters:
    ///   - spec: who is asked by whom.
    ///   - scoring: how texts are scored.
    ///   - allK: whether no k is skipped.
    init(_ spec: EvaluateSpec, scoring: EvaluationReport.Options, allK: Bool) {
        self.spec = spec
        rules = scoring.rules
        filter = SkillFilter(scoring.filteredSkills)
        skips = !allK
    }

    /// What of some cells of one k is asked; the rest is noted as skipped.
    mutating func legs(of cells: [EvaluationCell]) -> [Leg] {
        let all = cells.flatMap { cell in spec.students.map { Leg(student: $0, cell: cell) } }
        let open = all.filter { !saturated.contains(Standing(student: $0.student, setting: $0.cell.setting)) }
        skipped += all.filter { saturated.contains(Standing(student: $0.student, setting: $0.cell.setting)) }
        return open
    }

    /// The texts that a leg asks for, question by question.
    func items(of leg: Leg) -> [EvaluationItem] {
        leg.cell.questions.indices.flatMap { number in
            (0..<spec.generations).map {
                EvaluationItem(student: leg.student, cell: leg.cell, number: number, generation: $0)
            }
        }
    }

    /// Takes what a leg was answered.
    ///
    /// - Parameters:
    ///   - graded: its texts in any order.
    ///   - leg: the leg.
    mutating func take(_ graded: [GradedText], of leg: Leg) {
        texts += graded.sorted { ($0.combination, $0.generation) < ($1.combination, $1.generation) }
        let counted = graded.filter(filter.keeps)
        guard skips, !counted.isEmpty else { return }
        let isSaturated = spec.judges.allSatisfy { judge in
            let score = CellScore(counted, judge: judge, rules: rules)
            return score.estimate(of: .fullMarks, over: .best).map { Saturation.isReached(by: $0.mean) } ?? false
        }
        if isSaturated { saturated.insert(Standing(student: leg.student, setting: leg.cell.setting)) }
    }
}
