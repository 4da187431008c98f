import EtudeText
import Testing

@Suite struct TextSearchTests {
    private static let texts = [
        "", "Answer", "My Answer: yes, Answer", "AnAnswer", "Answe", "Answer\u{301} Answer", "é Answer", "a\r\nb",
        "답: 글", "\u{1103}\u{1161}\u{11B8}: 글", "300 K", "300 \u{212A}", "a;b", "`", "“Answe”", "é: K", "é\u{212A}K",
        "é\u{37E} ", "—Answer—",
    ]
    private static let patterns = ["Answer", "r", "답", "K", "\u{212A}", "\u{37E}", "\u{1FEF}", "\n", "\r\n", "; "]

    @Test(arguments: texts, patterns)
    func `places are those that comparing characters finds`(_ text: String, _ pattern: String) {
        #expect(TextSearch.firstRange(of: pattern, in: text[...]) == text.firstRange(of: pattern))
        #expect(TextSearch.firstRange(of: pattern, in: text.dropFirst()) == text.dropFirst().firstRange(of: pattern))
    }

    @Test(arguments: [("", true), ("plain\r\n", true), ("\u{7F}", true), ("\u{80}", false), ("plain é", false)])
    func `a text of ASCII is told from others`(_ text: String, _ isASCII: Bool) {
        #expect(TextSearch.isASCII(text[...]) == isASCII)
    }
}
