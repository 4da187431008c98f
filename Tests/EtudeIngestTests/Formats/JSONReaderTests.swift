import EtudeCore
import Testing

@testable import EtudeIngest

@Suite struct JSONReaderTests {
    private static let entry = """
        {"name":"Simile","aliases":"likeness","definition":"\\"A\\" [likeness] {x}, \\\\","examples":["As a [.","b"],
          "counterexample":{"text":"No.","reason":"Why."},"lexicon":{"things":["lamp"]},"realizations":["the {role}"],
          "license":"CC0-1.0","origin":"https://x","proposed":true,"related":null}
        """

    @Test(arguments: [1, 3, 1000])
    func `an object with the keys of an entry is read, however it is cut`(size: Int) throws {
        let list = try collected(" [ \(Self.entry) ,\n\n\"a name\" ] \n", .json, chunks: size)
        let line = try collected(Self.entry.replacing("\n", with: " ") + "\n\n\"a name\"\n", .jsonl, chunks: size)
        for (found, second) in [(list, 5), (line, 3)] {
            let entry = try #require(found.entries.first)
            #expect(entry.name == "Simile" && entry.aliases == ["likeness"])
            #expect(entry.definition == "\"A\" [likeness] {x}, \\" && entry.examples == ["As a [.", "b"])
            #expect(entry.counterexample?.reason == "Why." && entry.lexicon.things == ["lamp"])
            #expect(entry.realizations.count == 1 && entry.isProposal && entry.license == "CC0-1.0")
            #expect(entry.origin == "https://x" && entry.place.line == 1)
            #expect(found.entries.last?.name == "a name" && found.entries.last?.place.line == second)
        }
    }

    @Test(arguments: [1, 1000])
    func `a path of keys leads to the list, and all beside it is checked`(size: Int) throws {
        let text = """
            {"meta":{"n":[1,{"data":[]}]},
             "data":{"x":"]","items":[{"labels":[{"v":"a"},{"v":"b"}],"text":{"en":"c"},"y":1},{"z":2}]},"end":null}
            """
        let found = try collected(text, .json, chunks: size) {
            $0.entries = "data.items"
            $0.map = ["name": "labels.v", "definition": "text.en"]
        }
        #expect(found.entries.map(\.name) == ["a"] && found.entries.map(\.aliases) == [["b"]])
        #expect(found.entries.map(\.definition) == ["c"] && found.skips.map(\.reason) == ["no name"])
    }

    @Test func `filters look at any key`() throws {
        let text = "{\"name\":\"a\",\"lang\":\"en\"}\n{\"name\":\"b\",\"lang\":[\"de\",\"fr\"]}\n{\"name\":\"c\"}\n"
        let found = try collected(text, .jsonl) { $0.filters = ["lang": ["en", "fr"]] }
        #expect(found.entries.map(\.name) == ["a", "b"] && found.skips.map(\.reason) == ["another lang"])
    }

    static let refused: [(kind: CatalogKind, text: String, entries: String?, line: Int, words: String)] = [
        (.json, "", nil, 1, "list of entries"),
        (.json, "{\"a\":[]}", nil, 1, "--entries"),
        (.json, "{\"a\":[]}", "b", 1, "no key `b`"),
        (.json, "[{\"name\":\"a\"}", nil, 1, "end of the list"),
        (.json, "[{\"name\":\"a\"}]\n]", nil, 2, "end of the text"),
        (.json, "[{\"name\":\"a\"}]{}", nil, 1, "end of the text"),
        (.json, "[{\"name\":\"a\",\n\"name\":\"b\"}]", nil, 2, "stands twice"),
        (.json, "{\"a\":[],\n\"a\":[]}", "a", 2, "stands twice"),
        (.json, "[{\"name\":1e999}]", nil, 1, "out of range"),
        (.json, "{\"x\":1e999,\"a\":[]}", "a", 1, "out of range"),
        (.json, "[{\"name\":\"a\",}]", nil, 1, "key in quotes"),
        (.json, "[{\"name\":'a'}]", nil, 1, "expected a value"),
        (.json, "[{\"name\":\"a\nb\"}]", nil, 1, "control character"),
        (.json, "[NaN]", nil, 1, "expected a value"),
        (.json, "[{\"name\":\"a\" /* no */}]", nil, 1, "comma"),
        (.json, "[" + String(repeating: "[", count: 100_000), nil, 1, "deep"),
        (.json, "{\"x\":" + String(repeating: "{\"x\":", count: 100_000), "a", 1, "deep"),
        (.json, "[\"" + String(repeating: "x", count: 5 << 20), nil, 1, "more than 4 MiB"),
        (.json, "[7]", nil, 1, "an object with keys"),
        (.json, "[{\"nmae\":\"a\"}]", nil, 1, "did you mean `name`"),
        (.json, "[{\"name\":[\"a\"]}]", nil, 1, "should be a text"),
        (.json, "[{\"name\":\"a\",\"lexicon\":{\"thing\":[]}}]", nil, 1, "did you mean `things`"),
        (.jsonl, "{\"name\":\"a\"}\n{\"name\":\"b\"", nil, 2, "JSON"),
        (.jsonl, "{\"name\":\"a\"} {\"name\":\"b\"}", nil, 1, "end of the text"),
        (.jsonl, String(repeating: "[", count: 100_000), nil, 1, "deep"),
    ]

    @Test(arguments: refused.indices)
    func `what is not JSON as it should be is refused with its line`(index: Int) {
        let (kind, text, entries, line, words) = Self.refused[index]
        let error = #expect(throws: EtudeError.self, "\(text.prefix(40))") {
            try collected(text, kind, chunks: 4096) { $0.entries = entries }
        }
        #expect(error?.code == .data && error?.place?.line == line, "\(error?.description ?? "")")
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
