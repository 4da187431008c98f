import EtudeCore

/// What was drawn from another space that holds some of the same combinations: one of an earlier epoch, or one whose topics
/// were those of one side while they are of both now.
struct EarlierDraws: Sendable, Hashable {
    private let space: SampledSpace
    /// The index in the other space of each skill of this one; nil for one that it lacks.
    private let skills: [Int?]
    /// The same for the topics.
    private let topics: [Int?]
    /// The positions that a cell may not draw again, ascending.
    private let taken: [Range<UInt128>]

    /// The draws from another space that a cell must mind.
    ///
    /// A position in a block of another cell is that cell's for ever; of the cell's own blocks only what is decided counts.
    ///
    /// - Parameters:
    ///   - id: the other space.
    ///   - epoch: the epoch that it belongs to.
    ///   - own: the space in which the cell draws now.
    ///   - cell: the cell.
    ///   - seed: the seed of all samples.
    /// - Throws: ``EtudeError`` where the other space is too large to be numbered.
    init?(_ id: String, of epoch: SampleEpoch, for own: CombinationSpace, cell: String, seed: Seed) throws(EtudeError) {
        let parts = id.split(separator: "/").map(String.init)
        guard parts.count == 3, let skillPool = SplitRule.Pool(rawValue: parts[0]),
            let topicPool = SplitRule.Pool(rawValue: parts[1]), parts[2] == "k\(own.k)"
        else { return nil }
        let combinations = try CombinationSpace(
            skills: epoch.division.skills(in: skillPool),
            k: own.k,
            topics: epoch.division.topics(in: topicPool)
        )
        space = SampledSpace(
            id: id,
            combinations: combinations,
            seed: SampleEpoch.seed(seed, epoch: epoch.number)
        )
        skills = Self.indexes(of: own.skills, in: combinations.skills)
        topics = Self.indexes(of: own.topics, in: combinations.topics)
        taken = Positions.union(
            epoch.cells.filter { $0.space == id }.flatMap { $0.cell == cell ? $0.decided : $0.blocks }
        )
        guard !taken.isEmpty, skills.count(where: { $0 != nil }) >= own.k, topics.contains(where: { $0 != nil }) else {
            return nil
        }
    }

    /// Whether a combination was drawn there.
    ///
    /// - Parameters:
    ///   - skillIndexes: the skills by index in the cell's own space.
    ///   - topicIndex: the topic likewise.
    /// - Returns: whether it may not be drawn again.
    func holds(_ skillIndexes: [Int], topicIndex: Int) -> Bool {
        guard let topic = topics[topicIndex] else { return false }
        let indexes = skillIndexes.compactMap { skills[$0] }
        guard indexes.count == skillIndexes.count else { return false }
        let rank = space.combinations.rank(of: indexes.sorted(), topicIndex: topic)
        return Positions.contains(space.permutation.position(of: rank), in: taken)
    }

    private static func indexes(of ids: [String], in others: [String]) -> [Int?] {
        let indexes = Dictionary(others.enumerated().map { ($1, $0) }) { first, _ in first }
        return ids.map { indexes[$0] }
    }
}
