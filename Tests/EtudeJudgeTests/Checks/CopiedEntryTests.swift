import EtudeCore
import EtudeJudge
import Testing

@Suite struct CopiedEntryTests {
    private static let assignment = Assignment(
        skills: [
            Skill(
                id: "antithesis",
                name: "antithesis",
                category: "tests",
                definition:
                    "Setting two opposed ideas against each other in parallel words, so that the form sharpens the contrast.",
                examples: [
                    "My brother spends like a king and saves like a beggar.", "Speech is silver, silence gold.",
                    "Give or take.",
                ]
            ),
            Skill(
                id: "modus-ponens",
                name: "modus ponens",
                category: "tests",
                definition: "如果前件成立而条件句为真，那么后件也成立的推理形式。",
                examples: ["If the light is red, we must stop. The light is red. Therefore we must stop."]
            ),
        ],
        topic: Topic(id: "sewing", name: "Sewing"),
        sentenceLimit: 3,
        language: "en"
    )

    @Test(arguments: [
        "My brother spends like a king and saves like a beggar.",
        "The tailor spends like a king and saves like a beggar in winter.",
        "MY BROTHER SPENDS, like a king, and saves like a beggar!",
        "As they say: speech is silver, silence gold, and sewing is both.",
        "Setting two opposed ideas against each other in parallel words is what a seam does.",
        "If the light is red, we must stop. The needle stops too.",
        "So we must stop. The light is red. Therefore we must stop sewing.",
        "缝纫说明：条件句为真，那么后件也成立的推理形式。",
        "“words, so that the form sharpens the contrast” is what the pattern says",
    ])
    func `a copy of a definition or an example is found`(_ text: String) {
        #expect(finding(CopiedEntry(), in: text, for: Self.assignment)?.reason == .copiesCatalog)
    }

    @Test(arguments: [
        "My sister sews like a queen and sleeps like a log.",
        "Give or take an inch, the hem is straight.",
        "If the lamp is lit, we must sew. The lamp is lit. Therefore we must sew.",
        "If the light is red, the shop is shut, and the light is red.",
        "Silence is gold, speech is silver, said the tailor.",
        "She saves like a beggar, he spends like a king.",
        "Two opposed ideas lay against each other like cloth on cloth.",
        "",
        "后件也成立，裁缝说。",
    ])
    func `a text that shows the same skill in its own words passes`(_ text: String) {
        #expect(finding(CopiedEntry(), in: text, for: Self.assignment) == nil)
    }

    @Test func `the finding tells the skill and the words`() {
        let found = finding(CopiedEntry(), in: "Speech is silver; silence, gold.", for: Self.assignment)
        #expect(found?.detail == "antithesis: speech is silver silence gold")
    }
}
