import EtudeText
import Testing

@Suite struct LinesTests {
    @Test(arguments: [
        "", "one", "\n", "one\n", "\none\n\ntwo", "one\r\ntwo\rthree\n\rfour", "\r\n\r\n", "a\u{B}b\u{C}c", "a\u{85}b",
        "a\u{2028}b\u{2029}", "é\u{2027}…\u{202A}", "\u{C2}\u{E2}", "line\n\u{301}mark", "글\n글\r\n👩‍👧\u{85}",
    ])
    func `lines are those between the characters that are newlines`(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        #expect(Lines.split(text[...]) == lines)
    }

    @Test func `lines of a part have the indices of the whole`() throws {
        let text = "zero\none\ntwo"
        let part = try text[#require(text.firstIndex(of: "o"))...]
        let line = try #require(Lines.split(part).last)
        #expect(text[line.startIndex...] == "two")
    }
}
