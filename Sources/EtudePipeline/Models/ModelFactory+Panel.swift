import EtudeCore
import EtudeJudge

extension ModelFactory {
    /// A panel that marks by the plan's rubric.
    ///
    /// - Parameters:
    ///   - blocks: the model blocks of the judges; nil for the plan's panel.
    ///   - rounds: how often each marks a text; nil for the plan's rounds.
    ///   - settling: when they have been asked enough.
    ///   - code: how code decides what the rubric leaves to it.
    /// - Returns: the panel.
    /// - Throws: ``EtudeError`` for a block or a template that there is not.
    func panel(
        of blocks: [String]? = nil,
        rounds: Int? = nil,
        until settling: Settling,
        code: CodeMarks = CodeMarks()
    ) throws -> JudgePanel {
        try JudgePanel(
            judges: try seats(blocks ?? plan.spec.judge.panel),
            rounds: rounds ?? plan.spec.judge.rounds,
            rubric: plan.rubric,
            until: settling,
            code: code
        )
    }
    /// The seats of some judges.
    ///
    /// - Parameter blocks: their model blocks, in panel order.
    /// - Returns: the seats.
    /// - Throws: ``EtudeError`` for a block that there is not.
    func seats(_ blocks: [String]) throws -> [JudgeSeat] {
        try blocks.map { name in
            JudgeSeat(
                model: try model(name, as: .judge),
                settings: settings(name),
                structured: plan.spec.model(name)?.verdicts == "schema"
            )
        }
    }
}
