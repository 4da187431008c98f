import EtudeCore
import Testing

@testable import EtudeIngest

/// What a source of a kind says, read in chunks of a few bytes.
func collected(
    _ text: String,
    _ kind: CatalogKind,
    chunks: Int = 5,
    _ change: (inout SourceSettings) -> Void = { _ in }
) throws -> EntryCollector {
    var settings = SourceSettings()
    settings.kind = kind
    change(&settings)
    return try SourceReading.read(
        SourceFile(SmallChunks(Array(text.utf8), size: chunks), file: "f"),
        file: "f",
        settings
    )
}

@Suite struct TableReaderTests {
    @Test func `columns are read by a map, and others are named in a note`() throws {
        let text = "Term;,Meaning,Theme,See also,Added\nSimile,A likeness.,Rhetoric & Style,metaphor; Apt Image,2001\n"
        let found = try collected(text, .csv) {
            $0.map = ["name": "term;", "definition": "MEANING", "category": "Theme", "related": "see  also"]
            $0.license = "CC-BY-4.0"
            $0.defaults = ["source": "A book"]
        }
        let entry = try #require(found.entries.first)
        #expect(entry.name == "Simile" && entry.definition == "A likeness." && entry.category == "rhetoric-style")
        #expect(entry.related == ["metaphor", "apt-image"])
        #expect(entry.license == "CC-BY-4.0" && entry.source == "A book" && entry.origin == "f:2")
        #expect(found.notes.map(\.message) == ["Nothing was read of \"added\"."])
    }

    @Test func `filters leave rows out and count them`() throws {
        let text = "name\tlevel\tlang\na\tB1\ten\nb\tB2\ten\nc\tB1\tde\n\tB1\ten\n"
        let found = try collected(text, .tsv) { $0.filters = ["Level": ["B1", "A1"], "lang": ["en"]] }
        #expect(found.entries.map(\.name) == ["a"])
        #expect(found.skips.map(\.reason) == ["another level", "another lang", "no name"])
        #expect(found.skips.map(\.first.line) == [3, 4, 5] && found.total == 4)
    }

    @Test(arguments: [1, 2, 3, 100])
    func `every line end, quote and blank line is read, however the file is cut`(size: Int) throws {
        let text = "name,definition\r\"a \"\"b\"\"\",\"one,\r\ntwo\rthree\nfour\"\r\n\r\n\nc,\"\"\rd,e"
        let found = try collected(text, .csv, chunks: size)
        #expect(found.entries.map(\.name) == ["a \"b\"", "c", "d"])
        #expect(found.entries.map(\.definition) == ["one, two three four", "", "e"])
        #expect(found.entries.map(\.place.line) == [2, 8, 9])
    }

    @Test func `a quote within a field of a table of tabs is a letter`() throws {
        let found = try collected("name\tdefinition\na 5\" nail\t\"in\tquotes\"\n", .tsv)
        #expect(found.entries.map(\.name) == ["a 5\" nail"] && found.entries.map(\.definition) == ["in quotes"])
    }

    @Test(
        arguments: [
            ("a,b\n1,2\n", [:], 1, "--map"),
            ("name,b\n1,2\n", ["name": "nome"], 1, "did you mean \"name\""),
            ("name,definition\nx,\"a\nb\n", [:], 2, "never closed"),
            ("name\n" + String(repeating: "x", count: 1 << 20 + 1) + "\n", [:], 2, "more than 1 MiB"),
            (
                "name\na\n\"" + String(repeating: "x\n", count: 1 << 19) + "\n", [:], 3,
                "opens with a quotation mark and has more"
            ),
            ("name\n" + String(repeating: ",", count: 1000) + "\n", [:], 2, "more than 1000 fields"),
            ("name,x\na\n", ["name": "name"], 2, "1 fields and the header has 2"),
            ("name,name\na,b\n", ["name": "name"], 1, "stands twice"),
        ] as [(String, [String: String], Int, String)]
    )
    func `a mistake is told with its line`(text: String, map: [String: String], line: Int, words: String) {
        let error = #expect(throws: EtudeError.self) { try collected(text, .csv, chunks: 1 << 16) { $0.map = map } }
        #expect(error?.code == .data && error?.place?.line == line, "\(error?.description ?? "")")
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
