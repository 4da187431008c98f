/// A condition over the marks of a verdict.
indirect enum AcceptCondition: Sendable, Hashable {
    /// The criterion of an id passes.
    case passes(String)
    /// Two numbers compare as wanted.
    case comparison(AcceptNumber, AcceptComparison, AcceptNumber)
    /// The condition does not hold.
    case not(AcceptCondition)
    /// Both hold.
    case and(AcceptCondition, AcceptCondition)
    /// At least one holds.
    case or(AcceptCondition, AcceptCondition)

    /// Whether it holds for some marks.
    func holds(for tally: MarkTally) -> Bool {
        switch self {
        case .passes(let id): tally.passed.contains(id)
        case .comparison(let left, let comparison, let right):
            comparison.holds(left.value(in: tally), right.value(in: tally))
        case .not(let condition): !condition.holds(for: tally)
        case .and(let first, let second): first.holds(for: tally) && second.holds(for: tally)
        case .or(let first, let second): first.holds(for: tally) || second.holds(for: tally)
        }
    }

    /// The ids of the criteria that it names.
    var ids: Set<String> {
        switch self {
        case .passes(let id): [id]
        case .comparison: []
        case .not(let condition): condition.ids
        case .and(let first, let second), .or(let first, let second): first.ids.union(second.ids)
        }
    }
}

/// A whole number that follows from the marks of a verdict.
indirect enum AcceptNumber: Sendable, Hashable {
    /// A number as it is written.
    case literal(Int)
    /// A count.
    case count(AcceptCount)
    /// The sum of two.
    case sum(AcceptNumber, AcceptNumber)
    /// The first less the second.
    case difference(AcceptNumber, AcceptNumber)

    /// The number for some marks.
    func value(in tally: MarkTally) -> Int {
        switch self {
        case .literal(let number): number
        case .count(let count): tally[count]
        case .sum(let first, let second): first.value(in: tally) + second.value(in: tally)
        case .difference(let first, let second): first.value(in: tally) - second.value(in: tally)
        }
    }
}

/// What an accept rule can count.
enum AcceptCount: String, Sendable, Hashable, CaseIterable {
    /// How many skills were asked for.
    case k
    /// How many skills pass.
    case skills
    /// How many of the other criteria pass.
    case others
    /// How many criteria pass.
    case points
    /// How many criteria there are.
    case total
    /// How many criteria are unknown.
    case unknown
}

/// How an accept rule compares numbers.
enum AcceptComparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case different = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case more = ">"

    /// Whether two numbers compare so.
    func holds(_ left: Int, _ right: Int) -> Bool {
        switch self {
        case .equal: left == right
        case .different: left != right
        case .atMost: left <= right
        case .atLeast: left >= right
        case .less: left < right
        case .more: left > right
        }
    }
}
