public import EtudeCore

/// Every cell of a plan with its space and its block, before any model is called.
public struct SamplePlan: Sendable, Hashable {
    /// The cells in the decision order: splits of requests only, held-out splits, then as listed; k ascending.
    public let cells: [PlannedCell]
    /// What a person should know: blocks that were cut, capacities that were estimated.
    public let diagnostics: [Diagnostic]

    /// Plans the cells of some splits.
    ///
    /// Cells with the same pools and k share a space; its topics are those of both sides when one split of that pool of
    /// skills and that k takes either side. Cells get blocks one after the other in the decision order. A block holds rows ×
    /// candidates positions; where some positions of the space are not eligible, so many more that as many eligible ones
    /// are in it almost surely. When the blocks exceed the space, all are cut in proportion to what their rows need.
    ///
    /// - Parameters:
    ///   - division: the division of the catalog.
    ///   - splits: the splits in the order of the pipeline file.
    ///   - candidates: the most positions used for each row.
    ///   - strategy: `exhaustive` gives the cells of a space all of it; the others what they may use.
    ///   - seed: the seed of the plan and its epoch.
    ///   - history: what earlier releases of the dataset drew. Cells go on with what their blocks have left and get further
    ///     blocks for what that lacks; no combination that was drawn before is drawn again.
    /// - Returns: the plan.
    /// - Throws: ``EtudeError`` with code `config`, the cell's name and both numbers when a cell asks for more rows than
    ///   there are combinations left, or for more skills than there are; and for a split that contradicts itself.
    public static func make(
        division: Division,
        splits: [SplitRule],
        candidates: Int,
        strategy: SamplingStrategy,
        seed: Seed,
        after history: SampleHistory = SampleHistory()
    ) throws(EtudeError) -> SamplePlan {
        var planner = Planner(division: division, candidates: candidates, seed: seed, history: history)
        for (rule, k, rows) in Self.decisionOrder(of: splits) {
            try planner.add(rule, k: k, rows: rows, topicPool: Self.topicPool(of: rule, k: k, among: splits))
        }
        return try planner.plan(strategy: strategy)
    }

    private static func decisionOrder(of splits: [SplitRule]) -> [(rule: SplitRule, k: Int, rows: Int)] {
        let ordered = splits.enumerated().sorted { first, second in
            (first.element.decisionClass, first.offset) < (second.element.decisionClass, second.offset)
        }
        return ordered.flatMap { split in
            split.element.rows.sorted { $0.key < $1.key }.map { (split.element, $0.key, $0.value) }
        }
    }

    /// Both sides' topics, if a cell that could draw the same combinations takes them; else the split's own.
    private static func topicPool(of rule: SplitRule, k: Int, among splits: [SplitRule]) -> SplitRule.Pool {
        splits.contains { $0.topics == .any && $0.skills == rule.skills && $0.rows[k] != nil } ? .any : rule.topics
    }
}
