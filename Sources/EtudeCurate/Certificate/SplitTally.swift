import EtudeCore

/// What the rows of a split hold, counted.
struct SplitTally: Sendable, Hashable {
    /// Rows by k.
    private(set) var rows: [Int: Int] = [:]
    /// The topics.
    private(set) var topics: Set<String> = []
    /// The skills, pairs and triples that stand in a row together, by size; skills as their numbers in the catalog.
    private(set) var tuples: [Int: Set<SkillTuple>] = [:]
    /// The skills of each row, as a set.
    private(set) var skillSets: Set<SkillTuple> = []
    /// How many strings were searched for names.
    private(set) var strings = 0
    /// How many names of the other side lie inside longer names that are allowed.
    private(set) var allowedMentions = 0

    /// How many rows there are.
    var rowCount: Int { rows.values.reduce(0, +) }

    /// The sizes of tuples that are counted, with their names.
    static let sizes = [(size: 1, name: "skills"), (size: 2, name: "pairs"), (size: 3, name: "triples")]

    /// Counts a row.
    ///
    /// - Parameters:
    ///   - skills: the numbers of its skills, in the catalog or as they came.
    ///   - k: how many skills the row says it has.
    ///   - topic: its topic; nil where rows have none.
    mutating func add(skills: [Int], k: Int, topic: String?) {
        let skills = skills.sorted()
        rows[k, default: 0] += 1
        if let topic { topics.insert(topic) }
        for (size, _) in Self.sizes {
            tuples[size, default: []].formUnion(Subsets.of(skills, size: size).map(SkillTuple.init))
        }
        if !skills.isEmpty { skillSets.insert(SkillTuple(skills)) }
    }

    /// Counts a search for names.
    mutating func add(strings: Int, allowedMentions: Int) {
        self.strings += strings
        self.allowedMentions += allowedMentions
    }

    /// The counts, and how many of each stand in some other splits too.
    ///
    /// - Parameters:
    ///   - name: what the other splits are called.
    ///   - others: the other splits.
    /// - Returns: an object.
    func json(sharedWith name: String, _ others: [SplitTally]) -> JSONValue {
        var members = [JSONMember("rows", .int(rowCount))]
        let byK = rows.sorted { $0.key < $1.key }.map { JSONMember("\($0.key)", .int($0.value)) }
        members.append(JSONMember("rows_by_k", .object(byK)))
        members += counts { set, _ in set.count }
        members.append(JSONMember("topics", .int(topics.count)))
        var shared = counts { set, others in set.count { element in others.contains { $0.contains(element) } } }
        let sharedTopics = topics.count { topic in others.contains { $0.topics.contains(topic) } }
        shared.append(JSONMember("topics", .int(sharedTopics)))
        members.append(JSONMember("shared_with_\(name)", .object(shared)))
        members.append(JSONMember("strings_searched", .int(strings)))
        members.append(JSONMember("allowed_mentions", .int(allowedMentions)))
        return .object(members)

        func counts(_ count: (Set<SkillTuple>, [Set<SkillTuple>]) -> Int) -> [JSONMember] {
            Self.sizes.map { size, name in
                JSONMember(name, .int(count(tuples[size] ?? [], others.map { $0.tuples[size] ?? [] })))
            } + [JSONMember("skill_sets", .int(count(skillSets, others.map(\.skillSets))))]
        }
    }
}
