import EtudeCore
import EtudeStore
import Testing

@testable import EtudeIngest

struct CanonicalCatalogTests {
    /// Keeps what is written.
    private final class Sink: ByteWriter {
        private(set) var bytes: [UInt8] = []
        func write(_ bytes: [UInt8]) { self.bytes += bytes }
        func finish() {}
    }

    private func text(_ entries: [CatalogEntry]) throws -> String {
        let sink = Sink()
        try CanonicalCatalog.write(entries, to: sink)
        return String(decoding: sink.bytes, as: UTF8.self)
    }

    private func imported(_ collectors: (name: String, collector: EntryCollector)...) throws -> CatalogImport {
        try CatalogImport(
            collectors.map { CatalogImport.Source(name: $0.name, $0.collector, retrieved: "today") },
            for: .review
        )
    }

    private func collector(_ entries: [CatalogEntry]) -> EntryCollector {
        var collector = EntryCollector()
        for entry in entries { collector.take(entry) }
        return collector
    }

    @Test(arguments: 0..<60)
    func `Random entries come back as they were, and an import of an import is the same`(seed: UInt64) throws {
        var random = RandomEntries(seed: seed)
        let first = try imported(("a", collector(try random.entries(12))), ("b", collector(try random.entries(12))))
        let written = try text(first.entries)
        let read = try SourceReading.read(text: written, file: "out.yaml")
        for (found, wanted) in zip(read.entries, first.entries) { #expect(bare(found) == bare(wanted)) }
        #expect(read.entries.count == first.entries.count)
        let again = try CatalogImport([CatalogImport.Source(name: "out.yaml", read)], for: .review)
        let rewritten = try text(again.entries)
        for (found, wanted) in zip(rewritten.split(separator: "\n"), written.split(separator: "\n")) {
            guard found != wanted else { continue }
            Issue.record("\(found) is not \(wanted)")
            break
        }
        #expect(again.accounts.map(\.taken) == [first.entries.count])
        #expect(again.notes.isEmpty)
    }

    /// The entry without its place in the file.
    private func bare(_ entry: CatalogEntry) -> CatalogEntry {
        var entry = entry
        entry.place = Place(file: "")
        return entry
    }

    @Test func `The shipped catalog is a fixed point from its first import on`() throws {
        for part in CatalogPart.allCases {
            let shipped = try CatalogReader.entries(of: .shipped, part)
            let first = try imported(("shipped", shipped))
            #expect(first.accounts.map(\.taken) == [shipped.total])
            #expect(first.notes.isEmpty)
            let written = try text(first.entries)
            let again = try imported(("s.yaml", try SourceReading.read(text: written, file: "s.yaml")))
            #expect(try text(again.entries) == written)
        }
    }

    /// A small source of each kind.
    private static let sources: [(CatalogKind, String)] = [
        (.yaml, "- id: irony\n  definition: Saying the contrary.\n- name: no\n- name: 1:30\n"),
        (.json, #"[{"name": "Irony", "aliases": ["x"]}, {"name": "no"}]"#),
        (.jsonl, "{\"name\": \"Irony\"}\n{\"name\": \"- x\", \"definition\": \"a: b\"}\n"),
        (.csv, "category,skill,definition,status\nrhetorical,Irony,\"a, b\n c\",keep\nlogic,modus,d,remove\n"),
        (.tsv, "category\tskill\tdefinition\nrhetorical\tIrony\td\nlogic\tironies\te\n"),
        (.list, "Sewing\nthe Silk Road\nno\n"),
        (.instructSkillMix, "1. time_management\n2. Time management\n3. critical_thinking\n"),
        (
            .skos,
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
            <skos:Concept rdf:about="http://e.org/1"><skos:prefLabel xml:lang="en">Irony</skos:prefLabel></skos:Concept>
            </rdf:RDF>
            """
        ),
        (.xml, "<g><e><n>Irony</n><d>Saying &amp; meaning.</d></e></g>"),
        (.html, "<html><body><dl><dt>Irony</dt><dd>Saying so.</dd></dl></body></html>"),
    ]

    @Test(arguments: sources.map(\.0))
    func `An import of an import is the same for each kind of file`(kind: CatalogKind) throws {
        let text = try #require(Self.sources.first { $0.0 == kind }?.1)
        var settings = SourceSettings()
        settings.kind = kind
        settings.license = "CC-BY-4.0"
        if kind == .xml {
            settings.entries = "//e"
            settings.map = ["name": "n", "definition": "d"]
        }
        let read = try SourceReading.read(text: text, file: "source", settings)
        let first = try imported(("source", read))
        #expect(first.entries.allSatisfy { $0.license == "CC-BY-4.0" && $0.origin.hasSuffix(", retrieved today") })
        #expect(first.accounts.allSatisfy { $0.balances })
        let written = try self.text(first.entries)
        #expect(written.contains("id: irony") || kind == .list || kind == .instructSkillMix)
        let again = try imported(("out.yaml", try SourceReading.read(text: written, file: "out.yaml")))
        #expect(try self.text(again.entries) == written)
    }

    @Test func `A byte order mark at the beginning of a text is no part of it`() {
        #expect(YAMLWriter.scalar("\u{FEFF}\u{FEFF}a \u{FEFF}b\u{FFFF}") == #""a \ufeffb\uffff""#)
    }

    @Test func `Keys stand in their order, and only those with a value`() throws {
        var entry = CatalogEntry(name: "Red herring", place: Place(file: "s.csv", line: 7))
        entry.definition = "Leading: astray."
        entry.examples = ["One.", "no"]
        entry.isProposal = true
        let catalog = try imported(("s.csv", collector([entry])))
        #expect(
            try text(catalog.entries).hasSuffix(
                """

                - id: red-herring
                  name: "Red herring"
                  definition: "Leading: astray."
                  examples:
                    - "One."
                    - "no"
                  origin: "s.csv:7, retrieved today"
                  proposed: true

                """
            )
        )
    }
}
