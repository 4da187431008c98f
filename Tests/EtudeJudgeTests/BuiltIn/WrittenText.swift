import EtudeCore
import EtudeIngest
import EtudeModel

@testable import EtudeGenerate

/// A text of the built-in teacher with its assignment, and ways to spoil it.
struct WrittenText {
    static let catalog = Result {
        try Catalog(skills: CatalogReader.skills(from: .shipped), topics: CatalogReader.topics(from: .shipped))
    }

    let assignment: Assignment
    let text: String
    private let clauses: [String]
    private let seed: Seed
    private let other: Topic
    private let stranger: Skill

    /// A text of k skills of the shipped catalog.
    init(_ index: Int, k: Int) throws {
        let catalog = try Self.catalog.get()
        var generator = SeededGenerator(seed: Seed(11).child("\(index)"))
        let skills = generator.shuffled(catalog.skills)
        let topics = generator.shuffled(catalog.topics)
        seed = Seed(generator.next())
        assignment = Assignment(
            skills: Array(skills.prefix(k)),
            topic: topics[0],
            sentenceLimit: max(1, k - 1),
            language: "en"
        )
        (stranger, other) = (skills[k], topics[1])
        let composition = try Self.compose(assignment, on: topics[0], seed)
        (text, clauses) = (composition.text, composition.evidence.map(\.clause))
    }

    private static func compose(_ assignment: Assignment, on topic: Topic, _ seed: Seed) throws -> Composition {
        var composer = Composer(topic: topic, seed: seed)
        return try composer.compose(assignment.skills, sentenceLimit: assignment.sentenceLimit)
    }

    /// With a clause that shows nothing for that of a skill.
    func withoutSkill(_ index: Int) throws -> String {
        try replacingClause(index, by: Realization("the {role} put the {thing} on a table at the {place}"))
    }

    /// With a clause of a skill that was not asked for in the place of that of a skill.
    func withOtherSkill(_ index: Int) throws -> String {
        try replacingClause(index, by: stranger.realizations[0])
    }

    /// With the words of another topic throughout.
    func onOtherTopic() throws -> String {
        try Self.compose(assignment, on: other, seed).text
    }

    /// With one sentence more than allowed.
    func withExtraSentence() -> String { text + " Then the long day came to an end." }

    /// With the name of a skill.
    func naming(_ index: Int) -> String {
        text.dropLast() + ", which was called \(assignment.skills[index].name)."
    }

    private func replacingClause(_ index: Int, by realization: Realization) throws -> String {
        var filler = ClauseFiller(topic: assignment.topic)
        var generator = SeededGenerator(seed: seed)
        var clause = try filler.fill(realization, &generator)
        if clauses[index].first(where: \.isLetter)?.isUppercase == true,
            let first = clause.firstIndex(where: \.isLetter)
        {
            clause.replaceSubrange(first...first, with: clause[first].uppercased())
        }
        return text.replacing(clauses[index], with: clause)
    }
}
