import EtudeCore
import Testing

@testable import EtudeIngest

struct CatalogImportTests {
    private func collector(_ yaml: String, _ file: String) throws -> EntryCollector {
        try SourceReading.read(text: yaml, file: file)
    }

    /// The catalog of two sources in YAML, `a.yaml` and `b.yaml`.
    private func merged(
        _ first: String,
        _ second: String = "",
        for purpose: CatalogImport.Purpose = .review
    ) throws -> CatalogImport {
        let sources = try [("a.yaml", first), ("b.yaml", second)].filter { !$0.1.isEmpty }.map { file, yaml in
            CatalogImport.Source(name: file, try collector(yaml, file))
        }
        return try CatalogImport(sources, for: purpose)
    }

    @Test(arguments: [
        "- name: IRONY", "- name: the ironies", "- { id: irony, name: irony of fate }",
        "- { name: sarcasm, aliases: [Irony] }",
        "- { id: other, name: irony }",
    ])
    func `Entries of the same id or name are one`(other: String) throws {
        let catalog = try merged("- name: irony", other)
        #expect(catalog.entries.map(\.id) == ["irony"])
        #expect(catalog.accounts.map(\.taken) == [1, 0])
        #expect(catalog.accounts.map(\.merged) == [0, 1])
        let reversed = try merged(other, "- name: irony")
        #expect(reversed.entries.count == 1)
    }

    @Test(arguments: [
        ("- name: red_herring", "- name: Red Herrings"), ("- { name: a b, aliases: [c d] }", "- name: C-D"),
        ("- name: an apple", "- name: The Apple"),
    ])
    func `Names fold`(first: String, second: String) throws {
        #expect(try merged(first, second).entries.count == 1)
        #expect(try merged("\(first)\n\(second)").entries.count == 1)
    }

    @Test func `An alias that two share makes them no one thing`() throws {
        let catalog = try merged("- { name: river side, aliases: [bank] }", "- { name: credit house, aliases: [bank] }")
        #expect(catalog.entries.map(\.name) == ["river side", "credit house"])
    }

    @Test func `The earlier keeps what it has, the later fills the rest, and what it says otherwise is noted`() throws {
        let catalog = try merged(
            "- { name: irony, definition: A., examples: [One.], license: CC0-1.0, related: [pun] }",
            "- { id: i, name: Ironies, aliases: [saying otherwise], category: c, definition: B., examples: [One., Two.], "
                + "license: MIT, source: S, related: [pun, zeugma] }"
        )
        let entry = try #require(catalog.entries.first)
        #expect(entry.definition == "A.")
        #expect(entry.category == "c" && entry.source == "S")
        #expect(entry.examples == ["One.", "Two."])
        #expect(entry.related == ["pun", "zeugma"])
        #expect(entry.aliases == ["saying otherwise"])
        #expect(entry.origin == "a.yaml:1")
        // The entry has an example of the other's.
        #expect(entry.license == "CC0-1.0 AND MIT")
        #expect(catalog.notes.map(\.rule) == ["other-id", "other-definition", "other-license"])
        #expect(
            catalog.notes.allSatisfy { $0.place == Place(file: "b.yaml", line: 1) && $0.message.contains("a.yaml:1") }
        )
        #expect(catalog.notes[1].message.contains("\"B.\""))
    }

    @Test func `A licence stays alone where only names came from the other`() throws {
        let catalog = try merged(
            "- { name: irony, definition: A., license: CC0-1.0 }",
            "- { name: irony, aliases: [antiphrasis], license: MIT }"
        )
        #expect(catalog.entries.first?.license == "CC0-1.0")
        #expect(catalog.notes.map(\.rule) == ["other-license"])
    }

    @Test func `What nobody reviewed stays marked, and marks a reviewed entry that it fills`() throws {
        let filled = try merged("- name: irony", "- { name: irony, definition: B., proposed: true }")
        #expect(filled.entries.map(\.isProposal) == [true])
        let complete = try merged(
            "- { name: irony, definition: A. }",
            "- { name: irony, definition: B., proposed: true }"
        )
        #expect(complete.entries.map(\.isProposal) == [false])
    }

    @Test func `An id with other names is a conflict, and the later is skipped`() throws {
        let catalog = try merged("- { id: bank, name: river side }", "- { id: bank, name: credit house }\n- name: tide")
        #expect(catalog.entries.map(\.name) == ["river side", "tide"])
        let account = try #require(catalog.accounts.last)
        #expect(account.skips.map(\.count) == [1])
        #expect(account.skips.first?.first == Place(file: "b.yaml", line: 1))
        #expect(catalog.notes.map(\.rule) == ["other-entry"])
    }

    @Test func `An alias that names another entry is left out and noted`() throws {
        let catalog = try merged("- name: irony\n- name: pun", "- { name: irony, aliases: [Puns, antiphrasis] }")
        #expect(catalog.entries.map(\.aliases) == [["antiphrasis"], []])
        #expect(catalog.notes.map(\.rule) == ["other-name"])
    }

    @Test func `Relations follow ids that gave way`() throws {
        let catalog = try merged(
            "- name: irony\n- { name: pun, related: [Fig One] }",
            "- { id: Fig One, name: irony, related: [fig-two] }\n- { id: fig-two, name: Irony, related: [pun] }"
        )
        #expect(catalog.entries.map(\.related) == [["pun"], ["irony"]])
    }

    @Test func `A run refuses an id written twice in a file, and settles it between files`() throws {
        let error = #expect(throws: EtudeError.self) { try merged("- id: irony\n- id: irony", for: .use) }
        #expect(error?.code == .data)
        #expect(error?.place == Place(file: "a.yaml", line: 2))
        #expect(try merged("- id: irony", "- id: irony", for: .use).entries.count == 1)
        #expect(try merged("- id: The Irony", for: .use).entries.map(\.id) == ["The Irony"])
        #expect(try merged("- id: The Irony", for: .review).entries.map(\.id) == ["the-irony"])
    }

    @Test func `A name without letters is skipped with its reason`() throws {
        let catalog = try merged("- name: '!!'\n- name: '??'\n- name: irony")
        #expect(catalog.entries.count == 1)
        #expect(catalog.accounts.first?.skips.map(\.count) == [2])
        #expect(catalog.accounts.first?.balances == true)
    }

    @Test func `What only skills have is left out of topics and noted`() throws {
        var catalog = try merged("- { name: irony, definition: A., category: c }\n- { name: pun, definition: B. }")
        catalog.keep(only: .topics)
        #expect(catalog.entries.allSatisfy { $0.definition.isEmpty && $0.category == nil })
        #expect(
            catalog.notes.map(\.message) == [
                "Topics have no category, which 1 entry lost.", "Topics have no definition, which 2 entries lost.",
            ]
        )
    }

    @Test(arguments: [
        ("skills.csv:12", "skills.csv"), ("skills.csv", "skills.csv"),
        ("a:b.csv:3, retrieved on 1:30", "a:b.csv, retrieved on 1:30"),
        ("https://e.org/s#c", "https://e.org/s#"), ("https://e.org/s/c, retrieved x", "https://e.org/s/, retrieved x"),
    ])
    func `An origin tells what the entry was part of`(origin: String, whole: String) {
        #expect(EntryOrigin(origin).whole == whole)
    }

    /// Many entries, all into one, with lists that grow: quadratic work would show.
    @Test func `Entries in are entries out, merged and skipped, however many are the same`() throws {
        var collector = EntryCollector()
        for number in 0..<20_000 {
            var entry = CatalogEntry(
                name: number.isMultiple(of: 2) ? "one" : "Ones",
                place: Place(file: "x", line: number)
            )
            entry.aliases = ["alias \(number)"]
            entry.examples = ["Example \(number)."]
            collector.take(entry)
        }
        let catalog = try CatalogImport([CatalogImport.Source(name: "x", collector)], for: .review)
        #expect(catalog.entries.map(\.aliases.count) == [20_000])
        #expect(catalog.entries.map(\.examples.count) == [20_000])
        #expect(catalog.accounts.map(\.merged) == [19_999])
    }
}
