import EtudeCore
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        "null", "true", "[1,2.5,-3]", #"{"b":1,"a":{"c":[]}}"#, #""\n\t\"\\""#, #""é한😀""#,
    ])
    func `canonical text reads back as itself`(text: String) throws {
        #expect(try JSONParser.parse(text).canonicalText == text)
    }

    @Test func `line separators and control characters are escaped`() {
        let text = JSONValue.string("\u{2028}\u{2029}\u{85}\u{7F}\u{1}").canonicalText
        #expect(text == #""\u2028\u2029\u0085\u007f\u0001""#)
    }

    /// Long texts are written by blocks; a sign must be seen wherever it stands in one.
    @Test(arguments: [("\"", #"\""#), ("\n", #"\n"#), ("\u{9F}", #"\u009f"#), ("\u{2029}", #"\u2029"#), ("é", "é")])
    func `a sign is written alike at every place of a text`(_ sign: String, _ written: String) {
        for length in 0..<100 {
            let (before, after) = (String(repeating: "x", count: length), String(repeating: "y", count: 99 - length))
            let text = before + sign + after + sign
            #expect(JSONValue.string(text).canonicalText == "\"\(before)\(written)\(after)\(written)\"")
        }
    }

    @Test func `a lone surrogate costs one character and not the document`() throws {
        #expect(try JSONParser.parse(#""a\ud800b""#) == "a\u{FFFD}b")
        #expect(try JSONParser.parse(#""\ud83d\ude00""#) == "😀")
    }

    @Test(arguments: [
        "", "{", "[1,]", "01", "1e999", "nul", #"{"a":1,"a":2}"#, "\"\u{1}\"", "[1] 2", #""\q""#,
    ])
    func `what is not JSON is refused`(text: String) {
        #expect(throws: JSONError.self) { try JSONParser.parse(text) }
    }

    @Test func `depth has a limit`() {
        let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
        #expect(throws: JSONError.self) { try JSONParser.parse(deep) }
    }
}
