import EtudeMarkup
import Testing

@Suite struct MarkupTextTests {
    @Test(
        arguments: [
            ("", ""), ("a", "a"), (" a\t\n b ", "a b"), ("a  b", "a b"), ("a ", "a"), (" ", ""), ("a\u{A0}b", "a b"),
            ("a\u{85}\u{2028}\u{3000}b", "a b"), ("é\u{2003}ü", "é ü"), ("‘a’", "‘a’"), ("\u{200B}", "\u{200B}"),
        ]
    )
    func `runs of blanks become one space`(text: String, mended: String) {
        #expect(MarkupText.normalized(Array(text.utf8).span) == mended)
    }

    @Test(arguments: ["\u{0}", "a\u{1B}[31m", "\u{7F}", "\u{9B}", "x\u{8}"])
    func `a control character is no text`(text: String) {
        #expect(MarkupText.normalized(Array(text.utf8).span) == nil)
    }

    @Test(
        arguments: [
            ("#x", "https://h/d", "https://h/d#x"), ("b", "https://h/d/a", "https://h/d/b"),
            ("urn:x", "https://h/", "urn:x"),
            ("../b", "https://h/d/e/a", "https://h/d/b"), ("b", "", "b"), ("//k/b", "https://h/a", "https://k/b"),
            ("1:b", "https://h/a", "https://h/1:b"), ("ü b", "https://h/x", "https://h/ü b"),
            ("?q", "https://h/d?p#f", "https://h/d?q"),
            ("", "https://h/d?p#f", "https://h/d?p"), ("#x", "https://h/d?p#f", "https://h/d?p#x"),
            ("/../b/.", "https://h/d", "https://h/b/"),
            ("..", "https://h/d/e/f", "https://h/d/"), ("b", "https://h", "https://h/b"), ("b:c", "https://h/a", "b:c"),
            ("../../../b", "https://h/d/e", "https://h/b"),
            ("b?/../c#/d/../e", "https://h/", "https://h/b?/../c#/d/../e"),
        ]
    )
    func `addresses are put together as RFC 3986 says`(reference: String, base: String, absolute: String) {
        #expect(URIReference.resolve(reference, base: base) == absolute)
    }
}
