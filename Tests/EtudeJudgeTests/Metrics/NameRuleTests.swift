import EtudeJudge
import Testing

@Suite struct NameRuleTests {
    private func text(_ words: String, _ names: [String]) -> GradedText {
        var text = GradedText.written([], text: words)
        text.skills = [GradedText.Skill(id: "it", names: names)]
        return text
    }

    @Test(arguments: [
        ("This metaphor is sewn.", ["metaphor"], true, true),
        ("Metaphors are sewn.", ["metaphor"], true, true),
        ("A metaphorical needle.", ["metaphor"], false, true),
        ("Such a Red-Herring!", ["red herring"], true, false),
        ("An accident at sea.", ["accident (fallacy)"], false, true),
        ("The accident fallacy.", ["accident (fallacy)"], true, true),
        ("A complex question.", ["complex question (loaded question with implicit assumption )"], true, true),
        ("Complexe Frage.", ["complex question"], false, false),
        ("He begged the question.", ["petitio principii", "begging the question", "begged the question"], true, false),
        ("", ["metaphor"], false, false),
    ])
    func `names are found by words, or as the original code finds them`(
        words: String,
        names: [String],
        robust: Bool,
        original: Bool
    ) {
        #expect(NameRule.robust.namedSkills(in: text(words, names)) == (robust ? ["it"] : []))
        #expect(NameRule.original.namedSkills(in: text(words, names)) == (original ? ["it"] : []))
    }
}
