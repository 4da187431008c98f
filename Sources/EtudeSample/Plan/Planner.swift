import EtudeCore

/// Gathers cells by space, then gives them blocks.
struct Planner {
    /// A cell that has no block yet.
    private struct Draft {
        let cell: Cell
        let eligibility: Eligibility
        let eligible: Capacity
        let limit: Int
        /// The positions that hold the cell's rows in expectation: no block is smaller.
        let least: UInt128
        /// The positions that hold what the cell may use.
        let wanted: UInt128
        /// What earlier releases gave to the cell in this space.
        let history: CellHistory?
        let earlier: [EarlierDraws]
    }

    /// Blocks shorter than their rows by chance are looked for below so many standard deviations.
    private static let deviations = 6.0

    let division: Division
    let candidates: Int
    private let baseSeed: Seed
    private let history: SampleHistory
    /// What earlier releases gave and decided while the pools were the same.
    private let current: SampleEpoch?
    /// The seed of this epoch.
    private let seed: Seed
    private var spaces: [SampledSpace] = []
    private var drafts: [[Draft]] = []
    private var capacities: [[Eligibility: Capacity]] = []
    private var cellCount = 0

    init(division: Division, candidates: Int, seed: Seed, history: SampleHistory) {
        self.division = division
        self.candidates = candidates
        baseSeed = seed
        self.history = history
        current = history.current(for: division)
        self.seed = SampleEpoch.seed(seed, epoch: history.epoch(for: division))
    }

    /// Adds the next cell of the decision order.
    mutating func add(_ rule: SplitRule, k: Int, rows: Int, topicPool: SplitRule.Pool) throws(EtudeError) {
        let cell = Cell(index: cellCount, split: rule.name, k: k, rows: rows)
        try check(rule)
        let (limit, overflow) = rows.multipliedReportingOverflow(by: candidates)
        guard rows >= (history.epochs.isEmpty ? 1 : 0), candidates >= 1, !overflow else {
            throw EtudeError(
                .config,
                "The cell `\(cell.name)` asks for \(rows) rows of \(candidates) candidates; both must be 1 or more."
            )
        }
        let index = try space(of: rule, cell: cell, topicPool: topicPool)
        let space = spaces[index].combinations
        let eligibility = Eligibility(rule, division: division, topicPool: topicPool)
        let eligible = capacities[index][eligibility] ?? eligibility.capacity(in: space)
        capacities[index][eligibility] = eligible
        guard UInt128(rows) <= eligible.count else {
            throw EtudeError(
                .config,
                "The cell `\(cell.name)` asks for \(rows) rows, but only \(eligible.count) combinations of \(k) skills and a "
                    + "topic may stand in it; ask for fewer rows, or divide the catalog otherwise."
            )
        }
        let before = current?.cells.first { $0.cell == cell.name && $0.space == spaces[index].id }
        let left = Positions.count(before?.remaining ?? [])
        func positions(_ eligibleOnes: Int, _ deviations: Double) -> UInt128 {
            let all = Blocks.positions(
                forEligible: eligibleOnes,
                capacity: eligible.count,
                size: space.size,
                deviations: deviations
            )
            return all > left ? all - left : 0
        }
        let draft = Draft(
            cell: cell,
            eligibility: eligibility,
            eligible: eligible,
            limit: limit,
            least: positions(rows, 0),
            wanted: positions(limit, Self.deviations),
            history: before,
            earlier: try earlier(for: spaces[index], cell: cell.name)
        )
        drafts[index].append(draft)
        cellCount += 1
    }

    /// Gives every cell its block.
    func plan(strategy: SamplingStrategy) throws(EtudeError) -> SamplePlan {
        var cells: [PlannedCell] = []
        var diagnostics: [Diagnostic] = []
        for (space, drafts) in zip(spaces, drafts) {
            let start = min(current?.occupied(space.id) ?? 0, space.combinations.size)
            let lengths = try lengths(of: drafts, in: space, from: start, strategy: strategy, diagnostics: &diagnostics)
            var position = start
            for (draft, length) in zip(drafts, lengths) {
                let cell = PlannedCell(
                    cell: draft.cell,
                    space: space,
                    block: position..<position + length,
                    history: draft.history,
                    eligible: draft.eligible,
                    limit: draft.limit,
                    eligibility: draft.eligibility,
                    seed: seed,
                    earlier: draft.earlier
                )
                try check(cell)
                position += length
                cells.append(cell)
                if !draft.eligible.isExact {
                    diagnostics.append(
                        Diagnostic(
                            .note,
                            rule: "capacity-estimated",
                            "The combinations that may stand in `\(draft.cell.name)` are too many to count; about "
                                + "\(draft.eligible.count) by a sample of \(Eligibility.sampleSize)."
                        )
                    )
                }
            }
        }
        return SamplePlan(cells: cells.sorted { $0.cell.index < $1.cell.index }, diagnostics: diagnostics)
    }

    private mutating func space(of rule: SplitRule, cell: Cell, topicPool: SplitRule.Pool) throws(EtudeError) -> Int {
        let id = "\(rule.skills.rawValue)/\(topicPool.rawValue)/k\(cell.k)"
        if let index = spaces.firstIndex(where: { $0.id == id }) { return index }
        do throws(EtudeError) {
            let combinations = try CombinationSpace(
                skills: division.skills(in: rule.skills),
                k: cell.k,
                topics: division.topics(in: topicPool)
            )
            spaces.append(SampledSpace(id: id, combinations: combinations, seed: seed))
        } catch {
            throw EtudeError(error.code, "The cell `\(cell.name)` cannot be planned. \(error.message)")
        }
        drafts.append([])
        capacities.append([:])
        return spaces.count - 1
    }

    private func check(_ rule: SplitRule) throws(EtudeError) {
        guard rule.combinations == .heldOut else { return }
        guard rule.skills == .train else {
            throw EtudeError(
                .config,
                "The split `\(rule.name)` wants held-out combinations of `skills: \(rule.skills.rawValue)`, but only those "
                    + "of train skills are held out; use `skills: train`, or leave `combinations` out."
            )
        }
        guard !division.closed.isEmpty else {
            throw EtudeError(
                .config,
                "The split `\(rule.name)` wants held-out combinations, but none are held out; add `holdout.combinations`."
            )
        }
    }

    private func lengths(
        of drafts: [Draft],
        in space: SampledSpace,
        from start: UInt128,
        strategy: SamplingStrategy,
        diagnostics: inout [Diagnostic]
    ) throws(EtudeError) -> [UInt128] {
        let free = space.combinations.size - start
        let least = Self.sum(drafts.map(\.least))
        let wanted = Self.sum(drafts.map(\.wanted))
        let names = drafts.map { "`\($0.cell.name)`" }.joined(separator: ", ")
        guard least <= free || !history.epochs.isEmpty else {
            throw EtudeError(
                .config,
                "The rows of \(names) need \(least) combinations of the space \(space.id), but only \(free) are free; "
                    + "ask for fewer rows."
            )
        }
        guard strategy != .exhaustive else { return Blocks.shares(of: free, weights: drafts.map(\.least)) }
        guard wanted > free else { return drafts.map(\.wanted) }
        diagnostics.append(
            Diagnostic(
                .warning,
                rule: "blocks-cut",
                "\(names) may use \(wanted) positions of the space \(space.id), but only \(free) are free; each gets its "
                    + "share, and may end short of its rows if many are rejected."
            )
        )
        return Blocks.shares(of: free, weights: drafts.map(\.least))
    }

    /// Walks what is left to a cell where it may hold fewer eligible positions than rows.
    private func check(_ cell: PlannedCell) throws(EtudeError) {
        let size = cell.space.combinations.size
        var walk = cell.walk
        let length = Positions.count(walk.ranges)
        // A refresh ends short where it finds no more; only a first release is refused before it begins.
        guard history.epochs.isEmpty, cell.eligible.count < size, length < size else { return }
        let expected = Double(length) * (Double(cell.eligible.count) / Double(size))
        guard expected - Self.deviations * expected.squareRoot() < Double(cell.cell.rows) else { return }
        var found = 0
        while found < cell.cell.rows, walk.next() != nil { found += 1 }
        guard found == cell.cell.rows else {
            throw EtudeError(
                .config,
                "The cell `\(cell.cell.name)` asks for \(cell.cell.rows) rows, but its share of the space \(cell.space.id), "
                    + "\(length) positions, holds only \(found) combinations that may stand in it; ask for fewer rows here "
                    + "or in the cells that share the space."
            )
        }
    }

    /// What was drawn of the cell's combinations in other spaces, and in other epochs.
    private func earlier(for space: SampledSpace, cell: String) throws(EtudeError) -> [EarlierDraws] {
        var draws: [EarlierDraws] = []
        for epoch in history.epochs {
            for id in Set(epoch.cells.map(\.space)).sorted() where epoch.number != current?.number || id != space.id {
                let other = try EarlierDraws(id, of: epoch, for: space.combinations, cell: cell, seed: baseSeed)
                if let other { draws.append(other) }
            }
        }
        return draws
    }

    private static func sum(_ lengths: [UInt128]) -> UInt128 {
        lengths.reduce(0) { sum, length in
            let (next, overflow) = sum.addingReportingOverflow(length)
            return overflow ? .max : next
        }
    }
}
