import EtudeCore

/// A cell whose space is known and whose block is not yet.
struct CellDraft {
    let cell: Cell
    let split: SplitRule
    let space: CombinationSpace
    let eligible: UInt128?
    /// Equal for cells that share a space.
    let spaceName: String

    init(cell: Cell, split: SplitRule, division: Division) throws(EtudeError) {
        let skills = Self.pool(split.skills, division.trainSkills, division.heldOutSkills)
        let topics = Self.pool(split.topics, division.trainTopics, division.heldOutTopics)
        guard !skills.isEmpty, !topics.isEmpty else {
            throw EtudeError(
                .config,
                "The split \(split.name) draws from \(skills.count) skills and \(topics.count) topics; hold some out, or change its sides."
            )
        }
        do {
            space = try CombinationSpace(skills: skills, k: cell.k, topics: topics)
        } catch {
            throw EtudeError(error.code, "\(cell.name): \(error.message)")
        }
        self.cell = cell
        self.split = split
        eligible = Eligibility(split: split, pool: skills, division: division).count(in: space)
        spaceName = "\(split.skills.rawValue) skills × \(split.topics.rawValue) topics at k = \(cell.k)"
        if let eligible, eligible < UInt128(cell.rows) {
            throw EtudeError(
                .config,
                "\(cell.name) asks for \(cell.rows) rows, and its space holds \(eligible) combinations that it may use."
            )
        }
    }

    private static func pool(_ side: SplitRule.Side, _ train: [String], _ heldOut: [String]) -> [String] {
        switch side {
        case .train: train
        case .heldOut: heldOut
        case .any: train + heldOut
        }
    }
}
