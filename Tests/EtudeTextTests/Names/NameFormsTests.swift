import EtudeCore
import EtudeText
import Testing

@Suite struct NameFormsTests {
    @Test(arguments: [
        ("metaphor", ["metaphor"]),
        ("red herring", ["red herring"]),
        ("accident (fallacy)", ["accident fallacy"]),
        ("complex question (loaded question) ", ["complex question loaded question", "complex question"]),
        ("the Ottoman Empire", ["the Ottoman Empire", "Ottoman Empire"]),
        ("The accident (fallacy)", ["The accident fallacy", "accident fallacy"]),
        (
            "folk physics (common knowledge (naive) physics)",
            [
                "folk physics common knowledge naive physics", "folk physics",
            ]
        ),
        ("appeal to [popular] opinion", ["appeal to popular opinion", "appeal to opinion"]),
        ("a", ["a"]),
        ("()", []),
    ])
    func `A name has its forms`(name: String, forms: [String]) {
        #expect(NameForms.of(Topic(id: "topic", name: name)) == forms)
    }

    @Test func `Aliases and inflections follow, each form once`() {
        let skill = Skill(
            id: "red-herring",
            name: "red herring",
            aliases: ["the red herring", "ignoratio elenchi"],
            inflections: ["red herrings", "drags red herrings"],
            category: "rhetorical",
            definition: "."
        )
        #expect(NameForms.of(skill) == ["red herring", "the red herring", "ignoratio elenchi", "drags red herrings"])
    }
}
