import Testing

@testable import EtudeCore

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("same", "same", 0), ("flaw", "lawn", 2),
        ("ab", "ba", 2),
    ])
    func `the distance counts single edits`(first: String, second: String, distance: Int) {
        #expect(Suggestion.distance(first, second) == distance)
        #expect(Suggestion.distance(second, first) == distance)
    }

    @Test(arguments: [
        ("metafor", "metaphor"),
        ("simile", "simile"),
        ("red hering", "red-herring"),
        ("irn", "irony"),
        ("xylophone", nil),
    ])
    func `only a word near enough is suggested`(word: String, suggestion: String?) {
        let known = ["metaphor", "simile", "red-herring", "irony"]
        #expect(Suggestion.nearest(to: word, in: known) == suggestion)
    }

    @Test func `two edits are always near, more only in a long word`() {
        #expect(Suggestion.nearest(to: "ab", in: ["cd"]) == "cd")
        #expect(Suggestion.nearest(to: "abc", in: ["def"]) == nil)
        #expect(Suggestion.nearest(to: "abcdefghi", in: ["abcdefxyz"]) == "abcdefxyz")
        #expect(Suggestion.nearest(to: "abcdefghi", in: ["abcdewxyz"]) == nil)
    }

    @Test func `of words equally near the first in order is suggested, whatever the list's order`() {
        #expect(Suggestion.nearest(to: "cat", in: ["hat", "bat", "mat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", in: ["mat", "bat", "hat"]) == "bat")
        #expect(Suggestion.nearest(to: "cat", in: []) == nil)
    }
}
