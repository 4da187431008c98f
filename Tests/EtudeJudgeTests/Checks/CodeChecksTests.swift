import EtudeCore
import EtudeJudge
import Testing

@Suite struct CodeChecksTests {
    @Test(arguments: [
        ("", 1, true), ("One.", 1, true), ("One. Two.", 1, false), ("One. Two.", 2, true),
        ("One? Two! Three.", 2, false),
        ("Dr. Gray sews 2.5 metres, e.g. of silk.", 1, true),
    ])
    func `the sentence limit is counted by code`(_ text: String, _ limit: Int, _ isKept: Bool) {
        #expect(CodeChecks.keepsSentenceLimit(text, of: .named(["metaphor"], limit: limit)) == isKept)
    }

    @Test(arguments: [
        ("A metaphor walks in.", ["metaphor"]), ("Two METAPHORS walk in.", ["metaphor"]),
        ("A metaphorical needle.", []),
        ("Her meta-phor frayed.", []), ("She drew a red-herring.", ["red-herring"]), ("A red scarf and a herring.", []),
        ("An accident at the wheel.", []), ("What an accident fallacy!", ["accident-fallacy"]), ("", []),
        ("Red herrings and a metaphor.", ["metaphor", "red-herring"]),
    ])
    func `a skill is named by whole words only`(_ text: String, _ skills: [String]) {
        let assignment = Assignment.named(["metaphor", "red herring", "accident (fallacy)"])
        #expect(CodeChecks.namedSkills(in: text, of: assignment) == skills)
    }

    @Test func `aliases and inflections name a skill too`() {
        let skill = Skill(
            id: "begging",
            name: "begging the question",
            aliases: ["petitio principii"],
            inflections: ["begs the question"],
            category: "tests",
            definition: "What it is."
        )
        let assignment = Assignment(
            skills: [skill],
            topic: Topic(id: "sewing", name: "Sewing"),
            sentenceLimit: 1,
            language: "en"
        )
        #expect(CodeChecks.namedSkills(in: "That begs the question.", of: assignment) == ["begging"])
        #expect(CodeChecks.namedSkills(in: "Petitio Principii!", of: assignment) == ["begging"])
        #expect(CodeChecks.namedSkills(in: "He begs to question her.", of: assignment).isEmpty)
    }
}
