import EtudeCore
import EtudeIngest
import Foundation
import Testing

@Suite struct SKOSReaderTests {
    /// The text of a document of RDF/XML.
    static func document(_ nodes: String, attributes: String = "") -> String {
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#"
          xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
          xmlns:x="http://www.w3.org/2008/05/skos-xl#" xmlns:dc="http://purl.org/dc/elements/1.1/" \(attributes)>
        \(nodes)
        </rdf:RDF>
        """
    }

    static func read(_ text: String, _ change: (inout SourceSettings) -> Void = { _ in }) throws -> EntryCollector {
        var settings = SourceSettings()
        settings.kind = .skos
        change(&settings)
        return try SourceReading.read(text: text, file: "s.rdf", settings)
    }

    static func concept(_ id: String, _ rest: String = "") -> String {
        "<s:Concept rdf:about='urn:\(id)'><s:prefLabel>\(id)</s:prefLabel>\(rest)</s:Concept>\n"
    }

    @Test(arguments: ["skos-flat.rdf", "skos-nested.rdf"])
    func `what rdflib writes is read whole, flat or nested`(name: String) throws {
        let collector = try Self.read(Fixture.text(name))
        let entries = collector.entries.sorted { $0.name < $1.name }
        #expect(entries.map(\.name) == ["hyperbole", "litotes", "metaphor", "simile", "trope"])
        let metaphor = entries[2]
        #expect(metaphor.aliases == ["figurative identity"])
        #expect(metaphor.inflections == ["metaphors"])
        #expect(metaphor.definition == "Speaking of one thing as if it were another.")
        #expect(metaphor.examples == ["Time is a thief & a <healer>."])
        #expect(metaphor.related == ["simile"])
        #expect(metaphor.source == "https://example.org/devices/metaphor")
        #expect(metaphor.origin == metaphor.source)
        #expect(entries[3].related == ["metaphor"], "said from the other side")
        #expect(entries[3].definition == "A comparison with “like” or “as”.")
        #expect(entries[0].definition == "Saying far more than is so.", "a note of its own")
        #expect(entries.map(\.category) == ["trope", "trope", "trope", "trope", "trope"])
        let skips = Dictionary(uniqueKeysWithValues: collector.skips.map { ($0.reason, $0.count) })
        #expect(
            skips == [
                "no label in the language \"en\"": 1, "deprecated": 1, "a scheme, not a concept": 1,
                "a collection, not a concept": 1,
            ]
        )
        #expect(collector.total == 9)
    }

    @Test func `the language is the one asked for, then a more special one, then none`() throws {
        let labels = [
            "<s:prefLabel xml:lang='de-AT'>c</s:prefLabel><s:prefLabel xml:lang='DE'>d</s:prefLabel>": "d",
            "<s:prefLabel>e</s:prefLabel><s:prefLabel xml:lang='de-CH'>c</s:prefLabel>": "c",
            "<s:prefLabel xml:lang='den'>n</s:prefLabel><s:prefLabel>e</s:prefLabel>": "e",
            "<s:prefLabel xml:lang='en'>n</s:prefLabel><rdfs:label xml:lang='de'>r</rdfs:label>": "r",
        ]
        for (label, name) in labels {
            let text = Self.document("<s:Concept rdf:about='urn:a'>\(label)</s:Concept>")
            #expect(try Self.read(text) { $0.language = "de" }.entries.map(\.name) == [name], "\(label)")
        }
        let inherited = Self.document(
            "<s:Concept rdf:about='urn:a'><s:prefLabel>Tür</s:prefLabel><s:prefLabel xml:lang=''>T</s:prefLabel></s:Concept>",
            attributes: "xml:lang='de'"
        )
        #expect(try Self.read(inherited).entries.map(\.name) == ["T"])
        #expect(try Self.read(inherited) { $0.language = "de" }.entries.map(\.name) == ["Tür"])
        #expect(try Self.read(inherited) { $0.language = "de" }.entries.map(\.aliases) == [["T"]])
    }

    @Test func `a concept may be told in several nodes, in any order, by any means of RDF`() throws {
        let text = Self.document(
            """
            <rdf:Description rdf:about="#a"><s:altLabel>b</s:altLabel></rdf:Description>
            <rdf:Description rdf:ID="a" s:prefLabel="a">
              <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
              <s:definition rdf:parseType="Literal">one <b xmlns="urn:h">bold</b> word</s:definition>
              <s:example rdf:parseType="Resource"><rdf:value>shown</rdf:value></s:example>
            </rdf:Description>
            <rdf:Description rdf:nodeID="n" s:prefLabel="blank"
              rdf:type="http://www.w3.org/2004/02/skos/core#Concept"><s:related rdf:resource="#a"/></rdf:Description>
            <s:ConceptScheme xml:base="http://i/"><s:hasTopConcept>
              <rdf:Description rdf:about="in"><rdf:type>
                <rdf:Description rdf:about="http://www.w3.org/2004/02/skos/core#Concept"/>
              </rdf:type><x:prefLabel rdf:nodeID="l"/></rdf:Description>
            </s:hasTopConcept></s:ConceptScheme>
            <x:Label rdf:nodeID="l"><x:literalForm xml:lang="en">within</x:literalForm></x:Label>
            """,
            attributes: "xml:base='http://h/d'"
        )
        let entries = try Self.read(text).entries
        #expect(entries.map(\.name) == ["a", "blank", "within"])
        #expect(entries.map(\.source) == ["http://h/d#a", "", "http://i/in"])
        #expect(entries.map(\.origin) == ["http://h/d#a", "s.rdf:11", "http://i/in"])
        #expect(entries.map { $0.place.line } == [4, 11, 13])
        #expect(entries[0].aliases == ["b"])
        #expect(entries[0].definition == "one bold word")
        #expect(entries[0].examples == ["shown"])
        #expect(entries[0].related == ["blank"])
    }

    @Test func `a root that is one node needs no RDF around it`() throws {
        let text = """
            <s:Concept xmlns:s="http://www.w3.org/2004/02/skos/core#"><s:prefLabel>a</s:prefLabel></s:Concept>
            """
        #expect(try Self.read(text).entries.map(\.name) == ["a"])
        let error = #expect(throws: EtudeError.self) { try Self.read("<html><body/></html>") }
        #expect(error?.code == .data)
        #expect(error?.message.contains("rdf:RDF") == true)
    }

    @Test func `a definition of its own goes before one that is shared, and shared ones are not joined`() throws {
        let text = Self.document(
            Self.concept("a", "<s:definition rdf:resource='urn:n'/><s:definition rdf:resource='urn:m'/>")
                + Self.concept("b", "<s:definition>own</s:definition><s:definition>two</s:definition>")
                + "<rdf:Description rdf:about='urn:n' rdf:value='n'/><rdf:Description rdf:about='urn:m' rdf:value='m'/>"
        )
        let collector = try Self.read(text)
        #expect(collector.entries.map(\.definition) == ["n", "own two"])
        #expect(collector.total == 2, "notes are parts of concepts")
    }

    @Test func `a second label in one language is an alias, and said`() throws {
        let text = Self.document(
            "<s:Concept><s:prefLabel xml:lang='en'>a</s:prefLabel><s:prefLabel xml:lang='en'>b</s:prefLabel></s:Concept>"
        )
        let collector = try Self.read(text)
        #expect(collector.entries.map(\.name) == ["a"])
        #expect(collector.entries.map(\.aliases) == [["b"]])
        #expect(collector.notes.map(\.rule) == ["several-labels"])
    }

    @Test func `the category is that of the rule`() throws {
        func broader(_ id: String) -> String { "<s:broader rdf:resource='urn:\(id)'/>" }
        let text = Self.document(
            Self.concept("Top Thing", "<s:inScheme rdf:resource='urn:S'/><s:narrower rdf:resource='urn:mid'/>")
                + Self.concept("mid", "<s:notation>12.3</s:notation>")
                + Self.concept("low", broader("mid") + broader("other"))
                + Self.concept("alone") + Self.concept("ring", broader("gnir")) + Self.concept("gnir", broader("ring"))
                + Self.concept("self", broader("self")) + Self.concept("lost", broader("nowhere"))
                + "<s:ConceptScheme rdf:about='urn:S' dc:title='The Scheme'/>"
        ).replacing("urn:Top Thing", with: "urn:top")
        func categories(_ rule: String?) throws -> [String?] {
            try Self.read(text) { $0.map["category"] = rule }.entries.map(\.category)
        }
        let top = ["top-thing", "top-thing", "top-thing", nil, nil, nil, nil, nil]
        #expect(try categories(nil) == top)
        #expect(try categories("top") == top)
        #expect(try categories("broader") == [nil, "top-thing", "mid", nil, "gnir", "ring", "self", nil])
        #expect(try categories("scheme") == ["the-scheme", nil, nil, nil, nil, nil, nil, nil])
        #expect(try categories("notation") == [nil, "12", nil, nil, nil, nil, nil, nil])
        let error = #expect(throws: EtudeError.self) { try categories("colour") }
        #expect(error?.code == .config)
    }

    @Test func `filters choose by scheme and by notation`() throws {
        let text = Self.document(
            Self.concept("a", "<s:topConceptOf rdf:resource='urn:S'/><s:notation>1.1</s:notation>")
                + Self.concept("b", "<s:notation>1.2</s:notation><s:notation>9</s:notation>") + Self.concept("c")
                + "<s:ConceptScheme rdf:about='urn:S'><s:hasTopConcept rdf:resource='urn:c'/></s:ConceptScheme>"
        )
        let scheme = try Self.read(text) { $0.filters["scheme"] = ["urn:S"] }
        #expect(scheme.entries.map(\.name) == ["a", "c"])
        #expect(scheme.skips.map(\.reason) == ["another scheme", "a scheme, not a concept"])
        #expect(try Self.read(text) { $0.filters["notation"] = ["1.2", "1.3"] }.entries.map(\.name) == ["b"])
    }

    @Test func `settings that mean nothing are refused`() throws {
        let changes: [(inout SourceSettings) -> Void] = [
            { $0.filters["colour"] = ["x"] }, { $0.map["name"] = "altLabel" }, { $0.entries = "//x" },
        ]
        for change in changes {
            let error = #expect(throws: EtudeError.self) { try Self.read(Self.document(""), change) }
            #expect(error?.code == .config)
        }
    }

    @Test func `a long base, which every address would repeat, is refused`() throws {
        let error = #expect(throws: EtudeError.self) {
            try Self.read(Self.document("", attributes: "xml:base='http://h/\(String(repeating: "x", count: 3000))'"))
        }
        #expect(error?.message.contains("base") == true)
    }

    @Test func `a document that breaks off gives nothing`() throws {
        let text = Self.document(Self.concept("a"))
        for cut in ["</rdf:RDF>", "</s:Concept>"] {
            #expect(throws: EtudeError.self) { try Self.read(text.replacing(cut, with: "")) }
        }
        let error = #expect(throws: EtudeError.self) { try Self.read("<!DOCTYPE rdf:RDF []>" + text) }
        #expect(error?.message.contains("xmllint") == true, "the mend is named")
    }
}
