import EtudeCore
import EtudeIngest
import Testing

@Suite struct YAMLCatalogTests {
    @Test func `an entry may leave out all but a name and a definition`() throws {
        let text = """
            # a comment
            - name: Accident (fallacy)
              definition: A rule applied to an exception.
            - id: post-hoc
              definition: After this, so because of this.
              category:
              realizations: ["the {role} dropped {a thing} at the {place}"]
            """
        let skills = try CatalogReader.parseSkills(text: text, file: "s.yaml").skills
        #expect(skills.map(\.id) == ["accident-fallacy", "post-hoc"])
        #expect(skills.map(\.name) == ["Accident (fallacy)", "post hoc"])
        #expect(skills.map(\.place) == [Place(file: "s.yaml", line: 2), Place(file: "s.yaml", line: 4)])
        #expect(skills[0].category == "uncategorized")
        #expect(skills[1].realizations.first?.slots.count == 3)
    }

    @Test func `all that an entry says is read`() throws {
        let text = """
            - id: a-b
              name: A b
              aliases: [c d]
              inflections: [a bs]
              category: logic
              definition: >-
                One
                two.
              examples: ["First.", "Second."]
              counterexample: { text: "No.", reason: "Why." }
              related: [e]
              source: "A book"
            """
        let skill = try #require(try CatalogReader.parseSkills(text: text, file: "s.yaml").skills.first)
        #expect(skill.aliases == ["c d"] && skill.inflections == ["a bs"] && skill.category == "logic")
        #expect(skill.definition == "One two." && skill.examples == ["First.", "Second."])
        #expect(skill.counterexample == Counterexample(text: "No.", reason: "Why."))
        #expect(skill.related == ["e"] && skill.source == "A book")
    }

    @Test func `a topic is read with its lexicon`() throws {
        let text = """
            - name: the Ottoman Empire
              lexicon:
                things: [wax tablet]
                acts: [collecting taxes]
                places: [palace]
                roles: [vizier]
            - id: sewing
            """
        let topics = try CatalogReader.parseTopics(text: text, file: "t.yaml")
        #expect(topics.map(\.id) == ["the-ottoman-empire", "sewing"])
        #expect(topics[0].lexicon.entries == ["wax tablet", "collecting taxes", "palace", "vizier"])
        #expect(topics[1].name == "sewing" && topics[1].lexicon.entries.isEmpty)
    }

    @Test(arguments: [
        ("- name: a\n  defnition: b", 2, "did you mean `definition`"),
        ("- name: a\n  definition: b\n  name: c", 1, "`name` stands twice"),
        ("- name: a", 1, "no `definition`"),
        ("- definition: a", 1, "neither `id` nor `name`"),
        ("- name: a\n  definition: [b]", 2, "text is expected"),
        ("- name: a\n  definition: b\n  aliases: c", 3, "list is expected"),
        ("- name: a\n  definition: b\n  aliases:\n  - c\n  - [d]", 5, "should be a text"),
        ("- name: a\n  definition: b\n\texamples: [c]", 3, "not tabs"),
        ("- name: &n a\n  definition: b", 1, "anchor"),
        ("- name: a\n  definition: &d b\n  source: *d", 2, "anchor"),
        ("- name: a\n  definition: *d", 2, "alias"),
        ("name: a\ndefinition: b", 1, "list of entries"),
        ("- name: a\n  definition: b\n- c", 3, "Keys with values"),
        ("- name: '!!'\n  definition: b", 1, "no letter or digit"),
        ("- name: \"a\\nb\"\n  definition: b", 1, "One line"),
        ("- name: a\n  definition: b\n  realizations:\n  - the {role}\n  - the {thin}", 5, "unknown place"),
        ("- name: a\n  definition: b\n  counterexample: {text: c, why: d}", 3, "`why` is not known"),
        ("- name: a\n  definition: \"b", 2, "not YAML"),
        ("- name: a\n  definition: b\u{7}", 2, "control characters"),
    ])
    func `a mistake is told with its line`(text: String, line: Int, words: String) throws {
        let error = #expect(throws: EtudeError.self) { try CatalogReader.parseSkills(text: text, file: "s.yaml") }
        #expect(error?.code == .data)
        #expect(error?.place?.file == "s.yaml")
        #expect(error?.place?.line == line)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `an unknown key in a lexicon is refused`() throws {
        let error = #expect(throws: EtudeError.self) {
            try CatalogReader.parseTopics(text: "- id: a\n  lexicon:\n    thing: [b]", file: "t.yaml")
        }
        #expect(error?.message.contains("did you mean `things`") == true)
        #expect(error?.place?.line == 3)
    }
}
