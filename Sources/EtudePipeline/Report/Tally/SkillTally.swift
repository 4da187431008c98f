import EtudeCore

/// How often skills were asked for, became part of rows, and stand together in training rows.
struct SkillTally {
    /// Two skills, by their numbers in the catalog, the smaller first.
    struct Pair: Hashable {
        let first: Int
        let second: Int

        init(_ one: Int, _ other: Int) {
            (first, second) = (min(one, other), max(one, other))
        }
    }

    private let numbers: [String: Int]
    /// Rows with a text that this release made, of all its decided drafts, for each skill of the catalog.
    private(set) var accepted: [BinomialSample]
    /// Training rows by pair of skills.
    private(set) var pairs: [Pair: Int] = [:]
    /// Training rows by skill.
    private(set) var training: [Int]

    init(_ catalog: Catalog) {
        numbers = Dictionary(catalog.skills.enumerated().map { ($1.id, $0) }) { first, _ in first }
        accepted = Array(repeating: BinomialSample(), count: catalog.skills.count)
        training = Array(repeating: 0, count: catalog.skills.count)
    }

    /// Takes a decided draft.
    mutating func add(decided skills: [String], isAccepted: Bool) {
        for number in skills.compactMap({ numbers[$0] }) {
            accepted[number].trials += 1
            if isAccepted { accepted[number].successes += 1 }
        }
    }

    /// Takes a row of a training split.
    mutating func add(training skills: [String]) {
        let held = skills.compactMap { numbers[$0] }
        for (place, first) in held.enumerated() {
            training[first] += 1
            for second in held[(place + 1)...] where first != second { pairs[Pair(first, second), default: 0] += 1 }
        }
    }
}
