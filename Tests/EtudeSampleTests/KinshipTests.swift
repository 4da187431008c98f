import EtudeCore
import Testing

@testable import EtudeSample

@Suite struct KinshipTests {
    /// What is changed in two skills that have nothing in common, and the tie that it makes.
    struct Likeness: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let ties: [Kin.Tie]
        let change: @Sendable (inout Skill, inout Skill) -> Void

        init(_ title: String, _ ties: [Kin.Tie], _ change: @escaping @Sendable (inout Skill, inout Skill) -> Void) {
            testDescription = title
            self.ties = ties
            self.change = change
        }
    }

    private static let likenesses = [
        Likeness("nothing", []) { _, _ in },
        Likeness("the first lists the second", [.related]) { first, _ in first.related = ["metaphor"] },
        Likeness("the second lists the first", [.related]) { _, second in second.related = ["verbal-irony"] },
        Likeness("each lists the other", [.related]) { first, second in
            first.related = ["metaphor"]
            second.related = ["verbal-irony"]
        },
        Likeness("a list of itself and of nobody", []) { first, _ in first.related = ["verbal-irony", "absent"] },
        Likeness("an alias written otherwise", [.name("mock praise")]) { first, second in
            first.aliases = ["Mock-Praise"]
            second.inflections = ["mock praises"]
        },
        Likeness("an alias that is the other's name", [.name("metaphor")]) { first, _ in first.aliases = ["Metaphors"]
        },
        Likeness("one head of both names", [.parent("irony")]) { _, second in second.name = "irony of fate" },
        Likeness("one category", []) { first, second in first.category = second.category },
        Likeness("one definition", [.definition(percent: 100)]) { $1.definition = $0.definition },
        Likeness("half of the lighter definition", [.definition(percent: 52)]) { first, second in
            first.definition = "Speaker, praises, disappointed; lemons."
            second.definition = "Speaker, praises, disappointed; kings, dukes, earls and knights."
        },
        Likeness("less than half of it", []) { first, second in
            first.definition = "Speaker, praises, disappointed; lemons, limes."
            second.definition = "Speaker, praises, disappointed; kings, dukes, earls, knights, barons."
        },
        Likeness("two words only", []) { first, second in
            first.definition = "A disappointed speaker."
            second.definition = "Of speakers who are disappointed."
        },
        Likeness("function words only", []) { first, second in
            first.definition = "It is where you and they would have been if this were so."
            second.definition = first.definition
        },
        Likeness("all at once", [.related, .name("trope"), .parent("irony"), .definition(percent: 100)]) {
            $0.related = ["metaphor"]
            $0.aliases = ["trope"]
            $1.aliases = ["tropes"]
            $1.name = "situational irony"
            $1.definition = $0.definition
        },
    ]

    @Test(arguments: likenesses)
    func `two skills are kin by what they have in common`(likeness: Likeness) {
        var first = Skill(
            id: "verbal-irony",
            name: "verbal irony",
            category: "literary",
            definition: "A speaker says the opposite of what is meant."
        )
        var second = Skill(
            id: "metaphor",
            name: "metaphor",
            category: "figures",
            definition: "One thing stands for another of a different kind."
        )
        likeness.change(&first, &second)
        let pairs = Kinship([first, second]).pairs
        #expect(pairs.flatMap(\.ties) == likeness.ties)
        #expect(pairs.map { [$0.first, $0.second] } == (likeness.ties.isEmpty ? [] : [["verbal-irony", "metaphor"]]))
    }

    @Test(arguments: [(4, 6), (5, 0)])
    func `a head that more than four names have makes no kin`(names: Int, pairs: Int) {
        let kinds = ["causal", "spatial", "moral", "temporal", "legal"].prefix(names)
        let skills = kinds.map { Skill(id: $0, name: "\($0) reasoning", category: "c", definition: "") }
        #expect(Kinship(skills).pairs.count == pairs)
    }

    @Test(arguments: [
        ("dramatic irony", "irony"), ("fallacy of composition", "fallacy"), ("appeal to the people", "appeal"),
        ("Accident (fallacy)", "fallacy"), ("the false dilemmas", "dilemma"), ("pun", "pun"), ("of the", nil),
    ])
    func `the head of a name says what kind of thing it is`(name: String, head: String?) {
        #expect(NameHead.of(name) == head)
    }

    @Test func `rare words weigh more than common ones`() {
        let common = (0..<60).map { "Word, phrase, clause and item\($0)." }
        let rare = ["Word, phrase, clause, mirror.", "Word, phrase, clause, ladder."]
        #expect(DefinitionOverlap.all(common + rare).filter { $0.first >= 60 }.isEmpty)
        #expect(DefinitionOverlap.all(rare).map(\.percent) == [52])
    }

    @Test func `pairs come in the order of the catalog, whatever the order in which they are found`() {
        var skills = ["d", "c", "b", "a"].map { Skill(id: $0, name: $0, category: "c", definition: "") }
        skills[3].related = ["b", "d"]
        skills[2].related = ["d"]
        #expect(Kinship(skills).pairs.map { $0.first + $0.second } == ["db", "da", "ba"])
    }
}
