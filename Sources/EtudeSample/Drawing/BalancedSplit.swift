import EtudeCore
import Glibc

/// Picks combinations so that the accepted rows of a split hold every skill equally often.
///
/// A pick looks at the next 2,048 eligible combinations of the cell's block and takes the best by, in turn: fewest skills that
/// it would lift beyond the level that this wave may reach (the mean, rounded down, plus 2); most skills that lag, a skill
/// one behind another weighing twice as much; the topic picked least; the earlier position. Counts are of accepted rows, plus
/// for each pick of this wave the chance that it is accepted, estimated from the cell's own past. Simulations with judges
/// that pass 30, 20 and 4% end with counts within two of each other; without the estimate the last waves overshoot.
struct BalancedSplit: Sendable {
    /// How many combinations a pick chooses from.
    static let window = 2_048

    private struct CellState {
        var window: [BlockWalk.Met] = []
        var picked = 0
        var kept = 0
        /// The chance that a pick is accepted, by what earlier waves came to.
        var chance = 0.5
    }

    private var cells: [Int: CellState] = [:]
    private var accepted: [String: Double] = [:]
    private var acceptedTopics: [String: Double] = [:]
    private var projected: [String: Double] = [:]
    private var projectedTopics: [String: Double] = [:]
    /// What the counts would add up to if this wave were accepted whole.
    private var wantedSlots = 0.0

    /// Starts a wave in which each cell asks for some positions.
    mutating func beginWave(_ asking: [(cell: Int, k: Int, asks: Int)]) {
        projected = accepted
        projectedTopics = acceptedTopics
        wantedSlots = accepted.values.reduce(0, +) + asking.map { Double($0.k * $0.asks) }.reduce(0, +)
        for cell in asking.map(\.cell) {
            let state = cells[cell] ?? CellState()
            cells[cell, default: state].chance = Double(state.kept + 1) / Double(state.picked + 2)
        }
    }

    /// The best combination for a cell; nil when its block or its positions are used up.
    mutating func pick(_ cell: Int, from walk: inout BlockWalk) -> Drawn? {
        var state = cells[cell] ?? CellState()
        defer { cells[cell] = state }
        while state.window.count < Self.window, let met = walk.meet() { state.window.append(met) }
        let pool = walk.planned.space.skills
        let topics = walk.planned.space.topics
        let levels = pool.map { projected[$0] ?? 0 }
        let lowest = levels.min() ?? 0
        let ceiling = (wantedSlots / Double(pool.count)).rounded(.down) + 2
        let scores = state.window.map { met in
            score(met, levels, lowest: lowest, ceiling: ceiling, topic: projectedTopics[topics[met.topic]] ?? 0)
        }
        guard let best = scores.indices.min(by: { scores[$0] < scores[$1] }) else { return nil }
        guard let drawn = walk.draw(state.window.remove(at: best)) else { return nil }
        state.picked += 1
        for skill in drawn.skills { projected[skill, default: 0] += state.chance }
        projectedTopics[drawn.topic, default: 0] += state.chance
        return drawn
    }

    /// Takes note of a row.
    mutating func keep(_ combination: Combination, cell: Int) {
        for skill in combination.skills { accepted[skill, default: 0] += 1 }
        acceptedTopics[combination.topic, default: 0] += 1
        cells[cell]?.kept += 1
    }

    private func score(
        _ met: BlockWalk.Met,
        _ levels: [Double],
        lowest: Double,
        ceiling: Double,
        topic: Double
    ) -> (over: Int, lag: Double, topic: Double) {
        let over = met.skills.count { levels[$0] + 1 > ceiling + 0.5 }
        let lag = met.skills.map { -exp2(lowest - levels[$0]) }.reduce(0, +)
        return (over, lag, topic)
    }
}
