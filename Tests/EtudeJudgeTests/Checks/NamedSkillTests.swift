import EtudeCore
import EtudeJudge
import Testing

@Suite struct NamedSkillTests {
    @Test(arguments: [
        ("A metaphor walks in.", ["metaphor"]), ("Two METAPHORS walk in.", ["metaphor"]),
        ("A metaphorical needle.", []),
        ("Her meta-phor frayed.", []), ("She drew a red-herring.", ["red-herring"]), ("A red scarf and a herring.", []),
        ("An accident at the wheel.", []), ("What an accident fallacy!", ["accident-fallacy"]), ("", []),
        ("Red herrings and a metaphor.", ["metaphor", "red-herring"]),
        ("Call it “metaphor”, if you like.", ["metaphor"]),
        ("(Red Herring!)", ["red-herring"]), ("A red-\nherring lay there.", ["red-herring"]),
        ("Accident fallacies pile up.", ["accident-fallacy"]), ("MÉTAPHOR is how he spells it.", ["metaphor"]),
        ("He spoke metaphorically of herrings.", []), ("The herring was red.", []), ("By accident, a fallacy.", []),
    ])
    func `a skill is named by whole words only`(_ text: String, _ skills: [String]) {
        let assignment = Assignment.named(["metaphor", "red herring", "accident (fallacy)"])
        #expect(CodeChecks.namedSkills(in: text, of: assignment) == skills)
        let found = finding(NamedSkill(), in: text, for: assignment)
        #expect(found == (skills.isEmpty ? nil : CodeFinding(.namesSkill, skills.joined(separator: ", "))))
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
