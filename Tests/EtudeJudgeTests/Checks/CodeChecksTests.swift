import EtudeCore
import EtudeJudge
import Testing

@Suite struct CodeChecksTests {
    @Test func `ids are unique, and each leads to its check`() {
        let ids = CodeChecks.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(CodeChecks.check(id: id)?.id == id) }
        #expect(CodeChecks.check(id: "unheard-of") == nil)
        #expect(CodeChecks.all.filter { $0.severity == .warns }.map(\.id) == ["absent-topic"])
    }

    @Test(arguments: [
        ("", RejectionReason.empty),
        ("I'm sorry, but I can't help with that. It names a metaphor. And more.", .refused),
        ("A metaphor walks in.<|im_end|> One. Two. Three.", .controlToken),
        ("A metaphor on {topic}. One. Two. Three.", .templateSlot),
        ("One metaphor. Two. Three.", .sentenceLimit),
        ("One metaphor.", .namesSkill),
    ])
    func `the first finding in the order of the checks decides`(_ text: String, _ reason: RejectionReason) {
        let checked = CheckedText(text, for: .named(["metaphor"], limit: 2))
        #expect(CodeChecks.refusal(of: checked)?.reason == reason)
    }

    @Test func `a good text is refused by nothing, and warned of only where its topic is absent`() {
        let good = CheckedText("Her needle was a fish that knew the sewing room.", for: .named(["metaphor"]))
        #expect(CodeChecks.refusal(of: good) == nil)
        #expect(CodeChecks.warnings(on: good).isEmpty)
        let stray = CheckedText("The engine was a beast.", for: .named(["metaphor"]))
        #expect(CodeChecks.refusal(of: stray) == nil)
        #expect(CodeChecks.warnings(on: stray).map(\.reason) == [.topicAbsent])
    }
}
