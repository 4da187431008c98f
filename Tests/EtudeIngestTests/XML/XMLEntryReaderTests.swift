import EtudeCore
import EtudeIngest
import Testing

@Suite struct XMLEntryReaderTests {
    private static let thesaurus = """
        <t:thesaurus xmlns:t="urn:t" xmlns:c="urn:c">
          <t:entry code="A 1"><t:head>river  bank</t:head><t:also>shore</t:also><t:also>side</t:also>
            <c:kind>Land forms</c:kind><t:gloss>One.</t:gloss><t:gloss>Two.</t:gloss></t:entry>
          <t:entry code="A 2"><t:head/><c:kind>none</c:kind></t:entry>
          <t:entry code="A 3"><t:head>harbour</t:head><t:see ref="A 1"/></t:entry>
        </t:thesaurus>
        """

    private static func read(
        _ text: String = thesaurus,
        _ change: (inout SourceSettings) -> Void
    ) throws -> EntryCollector {
        var settings = SourceSettings()
        settings.kind = .xml
        change(&settings)
        return try SourceReading.read(text: text, file: "t.xml", settings)
    }

    @Test func `fields stand where the map says`() throws {
        let collector = try Self.read {
            $0.entries = "t:entry"
            $0.map = [
                "id": "@code", "name": "t:head", "aliases": "t:also", "definition": "t:gloss", "category": "c:kind",
                "related": "t:see/@ref", "source": "concat('urn:', @code)",
            ]
        }
        // An id makes a name where there is none.
        #expect(collector.entries.map(\.name) == ["river bank", "a 2", "harbour"])
        #expect(collector.entries.map(\.id) == ["a-1", "a-2", "a-3"])
        #expect(collector.entries.map(\.aliases) == [["shore", "side"], [], []])
        #expect(collector.entries.map(\.category) == ["land-forms", "none", nil])
        #expect(collector.entries.map(\.definition) == ["One. Two.", "", ""])
        #expect(collector.entries.map(\.related) == [[], [], ["a-1"]])
        #expect(collector.entries.map(\.source) == ["urn:A 1", "urn:A 2", "urn:A 3"])
        #expect(collector.entries.map { $0.place.line } == [2, 4, 5])
    }

    @Test func `an entry without a name, or beside the filter, is skipped with the reason`() throws {
        let collector = try Self.read {
            $0.entries = "//t:entry"
            $0.map = ["name": "t:head"]
            $0.filters = ["c:kind | t:see/@ref": ["none", "A 1"]]
        }
        #expect(collector.entries.map(\.name) == ["harbour"])
        #expect(collector.skips.map(\.reason) == ["another c:kind | t:see/@ref", "no name"])
        #expect(collector.total == 3)
    }

    @Test func `what is missing in the settings is told`() throws {
        let changes: [(inout SourceSettings) -> Void] = [
            { $0.map = ["name": "t:head"] }, { $0.entries = "t:entry" },
            {
                $0.entries = "t:entry["
                $0.map = ["name": "t:head"]
            },
            {
                $0.entries = "t:entry"
                $0.map = ["name": "q:head"]
            },
        ]
        for change in changes {
            let error = #expect(throws: EtudeError.self) { try Self.read(Self.thesaurus, change) }
            #expect(error?.code == .config)
        }
    }

    @Test func `a path that finds nothing names the prefixes`() throws {
        let error = #expect(throws: EtudeError.self) {
            try Self.read {
                $0.entries = "entry"
                $0.map = ["name": "head"]
            }
        }
        #expect(error?.code == .data)
        #expect(error?.message.contains("c, t") == true)
    }
}
