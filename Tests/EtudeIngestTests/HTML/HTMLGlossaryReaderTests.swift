import EtudeCore
import EtudeIngest
import Testing

@Suite struct HTMLGlossaryReaderTests {
    private static func read(
        _ text: String,
        _ change: (inout SourceSettings) -> Void = { _ in }
    ) throws -> EntryCollector {
        var settings = SourceSettings()
        settings.kind = .html
        change(&settings)
        return try SourceReading.read(text: text, file: "g.html", settings)
    }

    @Test(
        arguments: [
            ("html-markdown.html", ["metaphor", "simile"], ["figurative identity"]),
            ("html-docutils.html", ["metaphor", "simile"], []),
            ("html-sphinx.html", ["metaphor", "simile"], ["figurative identity"]),
            ("html-table.html", ["metaphor", "anaphora"], []),
            ("html-headings.html", ["metaphor", "anaphora"], []),
        ]
    )
    func `the glossary of a tool is read without being told its shape`(
        file: String,
        names: [String],
        aliases: [String]
    ) throws {
        let entries = try Self.read(Fixture.text(file)).entries
        #expect(entries.map(\.name) == names)
        #expect(entries[0].aliases == aliases)
        #expect(entries[0].definition.hasPrefix("Speaking of one thing as if it were another."))
        #expect(entries[1].definition.hasSuffix("."))
    }

    @Test func `terms and definitions of a list go together`() throws {
        let text = """
            <dl><dd>lost<dt>a<dt>b<dd>one<dd>two <dl><dt>inner<dd>three</dl><dt><dd>nameless</dl>
            <dl><div><dt>c<dd>four</div><div><dt>d</div></dl>
            """
        let collector = try Self.read(text)
        #expect(collector.entries.map(\.name) == ["a", "c", "d"])
        #expect(collector.entries.map(\.aliases) == [["b"], [], []])
        #expect(collector.entries.map(\.definition) == ["one two inner three", "four", ""])
        #expect(collector.entries.map { $0.place.line } == [1, 2, 2])
        #expect(collector.skips.map(\.reason) == ["no name"])
        #expect(collector.total == 5)
    }

    @Test func `the columns of a table are the first two, or those that the map names`() throws {
        let text = """
            <table><tr><td>only</table>
            <table><tr><th>Kind<th>Word<th>Sense<tr><td>x<td>a<td>A.<tr><td>y<td>b<td>B.<tr><td>x<td></table>
            """
        let plain = try Self.read(text)
        #expect(plain.entries.map(\.name) == ["x", "y", "x"])
        #expect(plain.entries.map(\.definition) == ["a", "b", ""])
        let mapped = try Self.read(text) {
            $0.entries = "table"
            $0.map = ["name": "word", "definition": "Sense"]
            $0.filters = ["Kind": ["x"]]
        }
        #expect(mapped.entries.map(\.name) == ["a"])
        #expect(mapped.entries.map(\.definition) == ["A."])
        #expect(mapped.skips.map(\.reason) == ["another Kind", "no name"])
        #expect(try Self.read("<table><tr><td>a<td>b</table>").entries.map(\.name) == ["a"], "no header, no entry lost")
        #expect(throws: EtudeError.self) { try Self.read(text) { $0.map = ["name": "Nothing"] } }
    }

    @Test func `headings without a paragraph are skipped`() throws {
        let text = "<h1>T</h1><p>no<h2>A</h2><h3>a <i>b</i></h3><p>one<div><p>two</div><h5>x</h5><p>no<h2></h2><p>three"
        let collector = try Self.read(text)
        #expect(collector.entries.map(\.name) == ["a b"])
        #expect(collector.entries.map(\.definition) == ["one two"])
        #expect(collector.skips.map(\.reason) == ["no paragraph", "no name"])
    }

    @Test func `an XPath finds what has no shape`() throws {
        let collector = try Self.read("<ul><li><b>a</b>: one<li><b>b</b>: two</ul>") {
            $0.entries = "//li"
            $0.map = ["name": "b", "definition": "substring-after(., ': ')"]
        }
        #expect(collector.entries.map(\.definition) == ["one", "two"])
    }

    @Test func `a page without a glossary, or not of the shape asked for, is told`() throws {
        for shape in [nil, "dl", "table", "headings"] {
            let error = #expect(throws: EtudeError.self) { try Self.read("<p>text") { $0.entries = shape } }
            #expect(error?.code == .data)
            #expect(error?.message.contains("mend `entries`") == true)
        }
        let error = #expect(throws: EtudeError.self) {
            try Self.read("<dl><dt>a</dl>") {
                $0.entries = "dl"
                $0.map = ["name": "x"]
            }
        }
        #expect(error?.code == .config)
    }
}
