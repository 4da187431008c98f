import EtudeCore
import EtudeGenerate
import EtudeSample

/// Questions drawn from the divided catalog, without replacement and by seeds that no plan of training rows uses.
///
/// The first combinations of a cell stay the same when more are asked for, and when other cells are added.
struct DrawnQuestions {
    let plan: PipelinePlan

    /// The questions.
    ///
    /// - Parameters:
    ///   - settings: `train` draws train skills on train topics, as a training split does; `held-out` those that training may
    ///     not hold; `any` all skills on all topics.
    ///   - k: the numbers of skills.
    ///   - combinations: the questions of each cell.
    /// - Returns: the cells, k ascending, settings in their order.
    /// - Throws: ``EtudeError`` with code `config` where there are fewer combinations than asked for.
    func questions(_ settings: [SplitSide], k: [Int], combinations: Int) throws(EtudeError) -> QuestionSet {
        let student = try plan.student()
        var cells: [EvaluationCell] = []
        for setting in settings {
            let sample = try plan.spec.placing(at: "evaluate") { () throws(EtudeError) -> SamplePlan in
                try self.sample(setting, k: k, combinations: combinations)
            }
            for planned in sample.cells {
                var sampler = CellSampler(planned)
                var questions: [EvaluationQuestion] = []
                while let drawn = sampler.next() {
                    let assignment = try plan.assignment(drawn.candidate(attempt: 0))
                    questions.append(
                        EvaluationQuestion(
                            assignment: assignment,
                            prompt: try student.prompt(assignment, positionSeed: drawn.positionSeed),
                            seed: drawn.positionSeed
                        )
                    )
                }
                cells.append(EvaluationCell(setting: setting.rawValue, k: planned.cell.k, questions: questions))
            }
        }
        let ordered = k.flatMap { k in cells.filter { $0.k == k } }
        return QuestionSet(cells: ordered, hasMarkers: plan.spec.output.explanation)
    }

    private func sample(_ setting: SplitSide, k: [Int], combinations: Int) throws(EtudeError) -> SamplePlan {
        // What draws from all is a space without sides.
        let side = setting == .any ? SplitSide.train : setting
        let rule = SplitRule(
            name: setting.rawValue,
            skills: side,
            topics: side,
            rows: Dictionary(uniqueKeysWithValues: k.map { ($0, combinations) })
        )
        return try SamplePlan.make(
            division: setting == .any ? undivided : plan.division,
            splits: [rule],
            candidates: 1,
            strategy: .uniform,
            seed: plan.seed.child("evaluate", setting.rawValue)
        )
    }

    private var undivided: Division {
        Division(
            trainSkills: plan.catalog.skills.map(\.id),
            heldOutSkills: [],
            trainTopics: plan.catalog.topics.map(\.id),
            heldOutTopics: []
        )
    }
}
