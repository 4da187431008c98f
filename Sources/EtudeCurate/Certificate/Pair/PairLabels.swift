import EtudeCore

/// What the labels of two files say: the skills, and which rows have which.
public struct PairLabels: Sendable {
    /// Rows that have the same skills.
    struct Rows: Sendable {
        /// How many.
        var count = 0
        /// The first of them.
        var first = ""
    }

    private let labels: SkillLabels
    /// The numbers of skills, in the order in which they came, by what their labels have in common.
    private var numbers: [String: Int] = [:]
    /// A label of each skill, as it was first written.
    private(set) var spellings: [String] = []
    /// The skills of each file.
    private(set) var skills: [PairSide: Set<Int>] = [:]
    /// What is counted of each file.
    private var tallies: [PairSide: SplitTally] = [:]
    /// The rows by their skills, ascending.
    private var rows: [PairSide: [[Int]: Rows]] = [:]

    /// No rows yet.
    ///
    /// - Parameter labels: which labels mean the same.
    public init(_ labels: SkillLabels) {
        self.labels = labels
    }

    /// Takes a row of a file.
    public mutating func add(_ row: LabelledRow, of side: PairSide) {
        let set = Set(row.skills.map { number(of: $0) }).sorted()
        skills[side, default: []].formUnion(set)
        tallies[side, default: SplitTally()].add(skills: set, k: set.count, topic: row.topic)
        var same = rows[side, default: [:]][set] ?? Rows(first: row.id)
        same.count += 1
        rows[side, default: [:]][set] = same
    }

    /// The counts of a file, and how many of each the other has too.
    func tally(of side: PairSide) -> SplitTally { tallies[side] ?? SplitTally() }

    /// The skills of both files, as they are first written, sorted.
    var shared: [String] {
        (skills[.train] ?? []).intersection(skills[.heldOut] ?? []).map { spellings[$0] }.sorted()
    }

    /// The labels that a catalog does not know, sorted.
    var unknown: [String] { spellings.filter { !labels.isKnown($0) }.sorted() }

    /// The rows of a file whose skills meet a condition: how many, and the first by skill set.
    func rows(of side: PairSide, where isWanted: ([Int]) -> Bool) -> Rows {
        let found = (rows[side] ?? [:]).filter { isWanted($0.key) }
        let first = found.min { $0.key.lexicographicallyPrecedes($1.key) }
        return Rows(count: found.values.map(\.count).reduce(0, +), first: first?.value.first ?? "")
    }

    /// Whether rows with some skills are in a file.
    func has(_ set: [Int], in side: PairSide) -> Bool { rows[side]?[set] != nil }

    /// The forms of a skill's name.
    func forms(of skill: Int) -> [String] { labels.forms(of: spellings[skill]) }

    private mutating func number(of label: String) -> Int {
        let key = labels.key(of: label)
        if let number = numbers[key] { return number }
        numbers[key] = spellings.count
        spellings.append(label)
        return spellings.count - 1
    }
}
