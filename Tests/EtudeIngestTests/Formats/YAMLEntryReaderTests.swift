import EtudeCore
import Testing

@testable import EtudeIngest

@Suite struct YAMLEntryReaderTests {
    private func read(_ text: String, wholeBytes: Int = YAMLEntryReader.wholeBytes) throws -> EntryCollector {
        var collector = EntryCollector()
        let reader = YAMLEntryReader(SourceSettings(), wholeBytes: wholeBytes)
        try reader.read(SmallChunks(Array(text.utf8), size: 11), file: "f", into: &collector)
        return collector
    }

    @Test func `a large list read entry by entry is what it is as a whole`() throws {
        let text = """
            # A catalog.
            ---

            - name: no
              definition: >-
                One
                - two.
            - { id: a-b, aliases: [1:30, 1_000, ~, 0x10] }
            # between
            -
              name: "- quoted
                on two lines"
              proposed: true
              license: CC0-1.0
              origin: "x:1"
            - name: last
            """
        let (whole, parts) = (try read(text), try read(text, wholeBytes: 0))
        #expect(whole.entries == parts.entries)
        #expect(whole.entries.map(\.name) == ["no", "a b", "- quoted on two lines", "last"])
        #expect(whole.entries.map(\.place.line) == [4, 8, 11, 16])
        #expect(
            whole.entries[0].definition == "One - two." && whole.entries[1].aliases == ["1:30", "1_000", "~", "0x10"]
        )
        #expect(
            whole.entries[2].isProposal && whole.entries[2].license == "CC0-1.0" && whole.entries[2].origin == "x:1"
        )
    }

    static let refused: [(text: String, line: Int, words: String)] = [
        ("- name: &a x\n- name: *a", 1, "anchor `&a`"),
        ("- name: a\n  definition: b\n- name: *a\n", 3, "alias"),
        ("- name: x\n  <<: { definition: y }", 2, "merge key"),
        ("- name: !!python/object:os.system x", 1, "tag `tag:yaml.org,2002:python/object:os.system`"),
        ("- !thing { name: x }", 1, "tag `!thing`"),
        ("- name: a\n\tdefinition: b", 2, "not tabs"),
        ("- name: a\n  ? [b]\n  : c", 2, "A key should be a plain text"),
        ("- name: a\n  aliases: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70), 2, "deep"),
        ("- name: a\n- {name: " + String(repeating: "[", count: 100_000), 2, "not YAML"),
        ("- name: a\n" + String(repeating: "- ", count: 100_000) + "x", 2, "not YAML"),
        ("- name: a\n---\n- name: b", 2, "not YAML"),
        ("- name: a\n  name: b", 1, "stands twice"),
        ("- name: a\n  license: [b]", 2, "text is expected"),
        ("- name: a\n  proposed: yes", 2, "`true` or `false`"),
        ("- name: 'a", 1, "not YAML"),
        ("- name: a\n  definition: \"\\xZZ\"", 2, "not YAML"),
    ]

    @Test(arguments: refused.indices)
    func `what small files do to grow, and what is no YAML, is refused with its line`(index: Int) {
        let (text, line, words) = Self.refused[index]
        for whole in [YAMLEntryReader.wholeBytes, 0] {
            let error = #expect(throws: EtudeError.self, "\(text.prefix(60))") { try read(text, wholeBytes: whole) }
            #expect(error?.code == .data)
            #expect(error?.message.contains(words) == true || whole == 0, "\(error?.description ?? "")")
            if whole > 0 { #expect(error?.place?.line == line, "\(error?.description ?? "")") }
        }
    }

    @Test func `a billion laughs as keys are refused before they are compared`() {
        var text = "- name: &a0 [x, x]\n"
        for level in 1...60 { text += "- &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        text += "- ? *a60\n  : x\n  ? [*a60]\n  : y\n"
        let error = #expect(throws: EtudeError.self) { try read(text) }
        #expect(error?.message.contains("anchor") == true)
    }

    @Test func `a large file that is no list of entries at the beginning of lines is refused`() {
        for text in ["[{name: a}]", "  - name: a\n", "a: b\n- name: c\n"] {
            let error = #expect(throws: EtudeError.self) { try read(text, wholeBytes: 0) }
            #expect(error?.message.contains("beginning of a line") == true)
        }
        let error = #expect(throws: EtudeError.self) {
            try read(
                "- name: a\n- name: b\n  definition: " + String(repeating: "x\n    ", count: 50_000),
                wholeBytes: 0
            )
        }
        #expect(error?.message.contains("256 KiB") == true && error?.place?.line == 2)
    }

    @Test(arguments: [
        ("- name: b\n- name: \"a\\0b\"\n", CatalogKind.yaml), ("[{\"name\":\"b\"},\n{\"name\":\"a\\u001b\"}]", .json),
        ("{\"name\":\"b\"}\n{\"name\":\"a\",\"examples\":[\"\\u0085\"]}", .jsonl),
    ])
    func `a control character that an escape spells is refused`(text: String, kind: CatalogKind) {
        let error = #expect(throws: EtudeError.self) { try collected(text, kind) }
        #expect(error?.code == .data && error?.place?.line == 2)
        #expect(error?.message.contains("control character") == true)
    }

    @Test func `an entry becomes a skill or a topic, but not with what the other has`() throws {
        let entries = try read(
            "- name: a\n- name: b\n  lexicon: { things: [lamp] }\n- name: c\n  realizations: [\"the {role}\"]\n"
        ).entries
        #expect(try entries[0].skill().category == "uncategorized")
        #expect(try entries[0].topic().id == "a" && entries[1].topic().lexicon.things == ["lamp"])
        #expect(throws: EtudeError.self) { try entries[1].skill() }
        #expect(throws: EtudeError.self) { try entries[2].topic() }
    }
}
