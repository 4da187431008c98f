/// The rows that each skill and topic of a split will have, as far as it is known, and what they still need.
struct Projection {
    /// A topic counts for a quarter of a skill.
    private static let topicWeight = 0.25

    private var skills: [Double]
    private var topics: [Double]
    private var skillNeeds: [Double]
    private var topicNeeds: [Double]
    private var isLeading: [Bool]
    /// The most rows a skill should have: two above the even share.
    private let most: Double

    /// A projection before the first pick of a wave.
    ///
    /// - Parameters:
    ///   - skills: rows by skill.
    ///   - topics: rows by topic.
    ///   - missing: the places for skills in the rows that the open cells miss.
    init(skills: [Int], topics: [Int], missing: Int) {
        most = Double((skills.reduce(0, +) + missing) / skills.count + 2)
        self.skills = skills.map(Double.init)
        self.topics = topics.map(Double.init)
        skillNeeds = []
        topicNeeds = []
        isLeading = []
        weigh()
    }

    /// Counts a pick with the chance that it becomes a row.
    mutating func add(_ pick: BlockWalk.Pick, firstTopic: Int, weight: Double) {
        for skill in pick.skillIndexes { skills[skill] += weight }
        topics[pick.topicIndex - firstTopic] += weight
        weigh()
    }

    /// The index of the best pick: fewest leading skills, then highest need, then first.
    func best(of picks: ArraySlice<BlockWalk.Pick>, firstTopic: Int) -> Int? {
        var best: (index: Int, leading: Int, need: Double)?
        for index in picks.indices {
            let pick = picks[index]
            var leading = 0
            var need = topicNeeds[pick.topicIndex - firstTopic]
            for skill in pick.skillIndexes {
                if isLeading[skill] { leading += 1 }
                need += skillNeeds[skill]
            }
            if let found = best, (leading, -need) >= (found.leading, -found.need) { continue }
            best = (index, leading, need)
        }
        return best?.index
    }

    private mutating func weigh() {
        isLeading = skills.map { $0 + 0.5 > most }
        skillNeeds = Self.needs(skills)
        topicNeeds = Self.needs(topics).map { $0 * Self.topicWeight }
    }

    /// 4^-d for whole distances d from the least, linear between them.
    private static func needs(_ counts: [Double]) -> [Double] {
        let least = counts.min() ?? 0
        return counts.map { count in
            let distance = count - least
            let whole = distance.rounded(.down)
            return Double(sign: .plus, exponent: -2 * Int(whole), significand: 1) * (1 - 0.75 * (distance - whole))
        }
    }
}
