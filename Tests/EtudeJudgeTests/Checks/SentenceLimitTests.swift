import EtudeCore
import EtudeJudge
import Testing

@Suite struct SentenceLimitTests {
    @Test(arguments: [
        ("", 1), ("One.", 1), ("One. Two.", 2), ("Dr. Gray sews 2.5 metres, e.g. of silk.", 1),
        ("\"Go!\" he said.", 1), ("It cost $3.50 at Fox & Co. in town.", 1), ("Needle,\nthread and thimble.", 1),
        ("바늘이 운다. 실이 웃는다.", 2), ("他走了，她留下了。", 1),
    ])
    func `a text within the limit passes`(_ text: String, _ limit: Int) {
        #expect(finding(SentenceLimit(), in: text, for: .named(["metaphor"], limit: limit)) == nil)
        #expect(CodeChecks.keepsSentenceLimit(text, of: .named(["metaphor"], limit: limit)))
    }

    @Test(arguments: [
        ("One. Two.", 1), ("One? Two! Three.", 2), ("One\n\nTwo", 1), ("“Stop!” “No!”", 1), ("One.Two.", 1),
        ("one ended. another began.", 1), ("- a needle\n- a thread\n- a thimble", 2), ("바늘이 운다. 실이 웃는다.", 1),
    ])
    func `a text over the limit is found`(_ text: String, _ limit: Int) {
        #expect(finding(SentenceLimit(), in: text, for: .named(["metaphor"], limit: limit))?.reason == .sentenceLimit)
        #expect(!CodeChecks.keepsSentenceLimit(text, of: .named(["metaphor"], limit: limit)))
    }

    @Test func `the finding tells both numbers`() {
        let found = finding(SentenceLimit(), in: "One? Two! Three.", for: .named(["metaphor"], limit: 2))
        #expect(found?.detail == "3 sentences, at most 2")
    }
}
