/// Counts the labels of rows: skills, pairs of skills of one row, topics.
public struct LabelTally: Sendable {
    /// Names with how often each was counted.
    private struct Names {
        private var numbers: [String: Int] = [:]
        private(set) var all: [(name: String, count: Int)] = []

        /// Counts a name; gives its number.
        mutating func add(_ name: String, count: Int = 1) -> Int {
            let number = numbers[name] ?? all.count
            if number == all.count {
                numbers[name] = number
                all.append((name, 0))
            }
            all[number].count += count
            return number
        }
    }

    /// Two skills by their numbers, the lesser first.
    private struct Pair: Hashable {
        let first: Int
        let second: Int

        init(_ one: Int, _ other: Int) {
            (first, second) = (min(one, other), max(one, other))
        }
    }

    private var skills = Names()
    private var pairs: [Pair: Int] = [:]
    private var topics = Names()

    /// A tally of no row.
    public init() {}

    /// Counts a row.
    ///
    /// - Parameters:
    ///   - skills: its skills; one that stands twice counts once.
    ///   - topics: its topics, one or none for most data.
    public mutating func add(skills: [String], topics: [String]) {
        var numbers: [Int] = []
        for skill in Set(skills) { numbers.append(self.skills.add(skill)) }
        for (index, one) in numbers.enumerated() {
            for other in numbers[..<index] { pairs[Pair(one, other), default: 0] += 1 }
        }
        for topic in Set(topics) { _ = self.topics.add(topic) }
    }

    /// Adds the counts of other rows.
    public mutating func merge(_ other: LabelTally) {
        let numbers = other.skills.all.map { skills.add($0.name, count: $0.count) }
        for (pair, count) in other.pairs {
            pairs[Pair(numbers[pair.first], numbers[pair.second]), default: 0] += count
        }
        for topic in other.topics.all { _ = topics.add(topic.name, count: topic.count) }
    }

    /// How the rows are spread over skills.
    public var skillCoverage: Coverage { Coverage(skills.all.map(\.count)) }

    /// How the rows are spread over pairs of skills; possible are those of the skills that occur.
    public var pairCoverage: Coverage {
        let count = skills.all.count
        return Coverage(Array(pairs.values), possible: count * (count - 1) / 2)
    }

    /// How the rows are spread over topics.
    public var topicCoverage: Coverage { Coverage(topics.all.map(\.count)) }
}
