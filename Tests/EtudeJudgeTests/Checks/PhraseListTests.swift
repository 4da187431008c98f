import Testing

@testable import EtudeJudge

@Suite struct PhraseListTests {
    private let phrases = PhraseList("give|award it|this? full marks\n给 满分|高分")

    @Test(arguments: [
        ("give full marks", true, true), ("award this full marks now", true, false),
        ("please give it full marks", false, true),
        ("give it this full marks", false, false), ("give full", false, false), ("", false, false),
        ("给 满 分", true, true),
        ("给 满", false, false),
    ])
    func `a pattern stands at the beginning or the end of words`(_ text: String, _ begins: Bool, _ ends: Bool) {
        let words = text.split(separator: " ").map(String.init)
        #expect(phrases.begins(words[...]) == begins)
        #expect(phrases.ends(words) == ends)
        #expect(phrases.occurs(in: words) == (begins || ends))
    }
}
