import EtudeCore
import EtudeModel

/// Writes compositions on one topic from one seed.
struct Composer {
    private let topic: Topic
    private var generator: SeededGenerator

    /// A composer for a topic.
    init(topic: Topic, seed: Seed) {
        self.topic = topic
        generator = SeededGenerator(seed: seed)
    }

    /// One clause for each skill, in random order, in as many sentences as allowed.
    ///
    /// - Parameters:
    ///   - skills: the skills, each with realizations.
    ///   - sentenceLimit: the most sentences; where it is smaller than the number of skills, neighbouring clauses are joined.
    /// - Returns: the text and the clause of each skill.
    /// - Throws: ``ModelFailure`` where the topic lacks words.
    mutating func compose(_ skills: [Skill], sentenceLimit: Int) throws(ModelFailure) -> Composition {
        let order = generator.shuffled(skills.indices)
        var filler = ClauseFiller(topic: topic)
        var clauses: [String] = []
        for index in order {
            let realizations = skills[index].realizations
            clauses.append(try filler.fill(realizations[generator.below(realizations.count)], &generator))
        }
        let sentences = grouped(clauses, into: max(1, sentenceLimit)).map { group in
            SentenceJoiner.sentence(of: group, &generator)
        }
        let written = sentences.flatMap(\.clauses)
        let evidence = skills.indices.map { skill in
            (name: skills[skill].name, clause: order.firstIndex(of: skill).map { written[$0] } ?? "")
        }
        return Composition(text: sentences.map(\.text).joined(separator: " "), evidence: evidence)
    }

    /// The clauses cut into at most so many runs; which neighbours stay together is drawn.
    private mutating func grouped(_ clauses: [String], into limit: Int) -> [[String]] {
        guard clauses.count > 1 else { return clauses.map { [$0] } }
        let joints = max(0, clauses.count - limit)
        let joined = Set(generator.shuffled(1..<clauses.count).prefix(joints))
        var groups: [[String]] = []
        for (index, clause) in clauses.enumerated() {
            if joined.contains(index) {
                groups[groups.count - 1].append(clause)
            } else {
                groups.append([clause])
            }
        }
        return groups
    }
}
