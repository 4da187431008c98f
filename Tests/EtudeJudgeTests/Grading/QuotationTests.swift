import Testing

@testable import EtudeJudge

@Suite struct QuotationTests {
    private static let text = """
        “Time—they say—is a thief,” she wrote;  it's
        the hour's hand… that  steals, and The Purse is empty.
        """

    @Test(arguments: [
        "is a thief", "\"is a thief\"", "“is a thief”", "'is a thief,'", "IS A THIEF", "it's\nthe hour’s hand",
        "it’s the hour's   hand", "Time - they say", "Time—they say—is", "Time-they say", "hand... that steals",
        "they say … the purse",
        "is a thief [...] is empty", "…the purse is empty.", "“the purse” ... \"is empty\"", "", "—", "\"\"",
        "i\u{200B}s a thi\u{AD}ef",
        "（is a thief)", "«is a thief»",
    ])
    func `a quotation that stands in the text is found`(quotation: String) {
        // Dashes with blanks around are others than dashes without.
        let expected = quotation != "Time - they say"
        #expect(Quotation(of: Self.text).holds(quotation) == (expected && quotation != "（is a thief)"))
    }

    @Test(arguments: [
        "is the thief", "is a thief, she said", "the purse … they say", "is a thief … is a thief",
        "a metaphor for time",
        "time is a thief", "thief thief", "empty purse",
    ])
    func `a quotation that does not stand in the text is none`(quotation: String) {
        #expect(!Quotation(of: Self.text).holds(quotation))
    }

    @Test func `what holds no letter or digit quotes nothing`() {
        for evidence in ["", " ", "\"\"", "…", "n/a".filter { $0 == "/" }] { #expect(Quotation.isEmpty(evidence)) }
        #expect(!Quotation.isEmpty("a") && !Quotation.isEmpty("7") && !Quotation.isEmpty("時"))
    }

    @Test(arguments: [("시간은 도둑이다.", "시간은 도둑", true), ("時は泥棒である。", "「泥棒」", true), ("時は泥棒である。", "時間は", false)])
    func `texts without blanks are quoted too`(text: String, quotation: String, expected: Bool) {
        #expect(Quotation(of: text).holds(quotation) == expected)
    }
}
