import EtudeCore

/// Says which combinations of a space a split may hold, and counts them.
struct Eligibility: Sendable, Hashable {
    /// The most subsets that are counted one by one.
    static let countable: UInt128 = 20_000_000

    private let isHeldOut: [Bool]
    /// Closed combinations as numbers in base of the pool's size.
    private let closed: Set<Int>
    private let size: Int
    private let split: SplitRule

    /// The eligibility of a split over a pool of skills.
    init(split: SplitRule, pool: [String], division: Division) {
        self.split = split
        let heldOut = Set(division.heldOutSkills)
        isHeldOut = pool.map(heldOut.contains)
        let indexes = Dictionary(pool.enumerated().map { ($1, $0) }) { first, _ in first }
        closed = Set(
            split.skills == .train
                ? division.closed.map { tuple in
                    tuple.compactMap { indexes[$0] }.sorted().reduce(0) { $0 * pool.count + $1 }
                } : []
        )
        size = division.closed.first?.count ?? 0
    }

    /// Whether the split may hold a combination of some skills, given by ascending index.
    func allows(_ skills: [Int]) -> Bool {
        switch (split.skills, split.combinations) {
        case (.any, _): skills.contains { isHeldOut[$0] } && skills.contains { !isHeldOut[$0] }
        case (_, .open): !holdsClosed(skills)
        case (_, .heldOut): holdsClosed(skills)
        }
    }

    /// How many combinations of a space the split may hold; nil where they cannot be counted.
    func count(in space: CombinationSpace) -> UInt128? {
        guard let subsets = Subsets.count(of: space.skills.count, size: space.k) else { return nil }
        return allowedSubsets(subsets, k: space.k).map { $0 * UInt128(space.topics.count) }
    }

    private func allowedSubsets(_ subsets: UInt128, k: Int) -> UInt128? {
        if split.skills == .any {
            let held = isHeldOut.count { $0 }
            let oneSided = (Subsets.count(of: held, size: k) ?? 0) + (Subsets.count(of: isHeldOut.count - held, size: k) ?? 0)
            return subsets - oneSided
        }
        guard !closed.isEmpty else { return split.combinations == .open ? subsets : 0 }
        guard subsets <= Self.countable else { return nil }
        let open = UInt128(countOpen(chosen: [], from: 0, left: k))
        return split.combinations == .open ? open : subsets - open
    }

    /// Subsets without a closed combination that extend some skills, by depth-first search that leaves dead branches early.
    private func countOpen(chosen: [Int], from start: Int, left: Int) -> Int {
        guard left > 0 else { return 1 }
        var count = 0
        for next in start..<max(start, isHeldOut.count - left + 1) where !closes(chosen, next) {
            count += countOpen(chosen: chosen + [next], from: next + 1, left: left - 1)
        }
        return count
    }

    /// Whether adding a skill completes a closed combination.
    private func closes(_ chosen: [Int], _ next: Int) -> Bool {
        switch size {
        case 2: chosen.contains { closed.contains($0 * isHeldOut.count + next) }
        default:
            chosen.indices.contains { first in
                chosen[(first + 1)...].contains { closed.contains((chosen[first] * isHeldOut.count + $0) * isHeldOut.count + next) }
            }
        }
    }

    private func holdsClosed(_ skills: [Int]) -> Bool {
        !closed.isEmpty && skills.indices.contains { closes(Array(skills[..<$0]), skills[$0]) }
    }
}
