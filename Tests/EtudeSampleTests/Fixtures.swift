import EtudeCore

@testable import EtudeSample

/// A catalog of made-up skills and topics; skill i has the category `c` + i mod categories.
func catalog(skills: Int, topics: Int, categories: Int = 5) throws -> Catalog {
    try Catalog(
        skills: (0..<skills).map {
            Skill(id: "skill-\($0)", name: "Skill \($0)", category: "c\($0 % categories)", definition: "A skill.")
        },
        topics: (0..<topics).map { Topic(id: "topic-\($0)", name: "Topic \($0)") }
    )
}

/// A division without holdouts but those given.
func division(
    train: Int,
    heldOut: Int = 0,
    trainTopics: Int = 1,
    heldOutTopics: Int = 0,
    closed: Set<[String]> = []
) -> Division {
    Division(
        trainSkills: (0..<train).map { "skill-\($0)" },
        heldOutSkills: (train..<train + heldOut).map { "skill-\($0)" },
        trainTopics: (0..<trainTopics).map { "topic-\($0)" },
        heldOutTopics: (trainTopics..<trainTopics + heldOutTopics).map { "topic-\($0)" },
        closed: closed
    )
}

/// Every set of `k` indexes below `count`, ascending.
func subsets(of count: Int, size k: Int) -> [[Int]] {
    (0..<k).reduce([[]]) { sets, _ in
        sets.flatMap { set in ((set.last ?? -1) + 1..<max(count, (set.last ?? -1) + 1)).map { set + [$0] } }
    }
}

/// Random tuples of the ids `skill-0` to `skill-(count - 1)`.
func tuples(_ wanted: Int, of size: Int, among count: Int, seed: UInt64) -> Set<[String]> {
    var generator = SeededGenerator(seed: Seed(seed))
    let chosen = generator.shuffled(subsets(of: count, size: size)).prefix(wanted)
    return Set(chosen.map { $0.map { "skill-\($0)" }.sorted() })
}

/// Everything a cell draws.
func all(_ cell: PlannedCell) -> [Drawn] {
    var sampler = CellSampler(cell)
    var drawn: [Drawn] = []
    while let next = sampler.next() { drawn.append(next) }
    return drawn
}

/// A history in which another cell was given the first positions of a space.
func history(of division: Division, space: String, taking block: Range<UInt128>) -> SampleHistory {
    let cell = CellHistory(cell: "other/k1", space: space, blocks: [block], decided: [], count: 0)
    return SampleHistory(epochs: [SampleEpoch(number: 0, division: division, cells: [cell])])
}

/// Pearson's statistic against equal expectations.
func chiSquare(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
}

extension SplitRule {
    /// Training rows at one k.
    static func train(_ name: String = "train", k: Int, rows: Int) -> SplitRule {
        SplitRule(name: name, skills: .train, topics: .train, rows: [k: rows])
    }
}
