import EtudeCore
import EtudeIngest
import EtudePrompt
import Foundation
import Testing

@Suite struct RubricReaderTests {
    /// The criteria that every rubric has.
    private static let standard = """
        version: 2
        criteria:
          - { id: skill, each: skill, label: "Shows {{skill}}", code_fails: [named-skill] }
          - { id: topic, label: "Is about {{topic}}" }
          - { id: sense, label: "Makes sense", evidence: optional }
          - { id: sentence-limit, label: "At most {{sentence_limit}}", decided_by: code, check: sentence-limit }

        """

    /// The rubric of a folder with one file of criteria, and templates that use none.
    private func rubric(_ criteria: String?) throws -> Rubric {
        let folder = try TemporaryFolder()
        let english = try folder.makeFolder("mine/en")
        for file in [Rubric.tableFile, Rubric.schemaFile] {
            try Data("{{! variables: text }}\n{{text}}".utf8).write(to: URL(filePath: "\(english)/\(file)"))
        }
        if let criteria { try Data(criteria.utf8).write(to: URL(filePath: "\(english)/\(Rubric.file)")) }
        return try RubricReader.rubric("./mine", language: "en", relativeTo: folder.path(""))
    }

    private static let assignment = Assignment(
        skills: ["metaphor", "irony"].map { Skill(id: $0, name: $0.uppercased(), category: "c", definition: "d") },
        topic: Topic(id: "tea", name: "Tea"),
        sentenceLimit: 1,
        language: "en"
    )

    @Test(arguments: ["en", "ko"])
    func `the shipped rubric is SKILL-MIX's`(language: String) throws {
        let rubric = try RubricReader.rubric("skill-mix", language: language, relativeTo: "/")
        #expect(rubric.ids == Criterion.standardIDs && rubric.ownIDs.isEmpty)
        #expect(rubric.criteria.map(\.evidence) == [.required, .required, .optional, .required])
        #expect(rubric.criteria.map(\.decision) == [.model, .model, .model, .code("sentence-limit")])
        #expect(rubric.criteria[0].codeFails == ["named-skill"])
        #expect(rubric.templates.files.map(\.path) == [Rubric.schemaFile, Rubric.tableFile])
        let labels = try rubric.lines(for: Self.assignment).map(\.label)
        let expected = [
            "en": [
                "Correctly illustrates METAPHOR", "Correctly illustrates IRONY", "Pertains to Tea", "Text makes sense",
                "At most one sentence",
            ],
            "ko": [
                "“METAPHOR”을(를) 바르게 보여 줌", "“IRONY”을(를) 바르게 보여 줌", "“Tea”에 관한 글임", "글의 뜻이 통함",
                "최대 1문장",
            ],
        ]
        #expect(labels == expected[language])
    }

    @Test func `a criterion of one's own needs an id and a label, and stands where it is listed`() throws {
        let own = Self.standard.replacing(
            "  - { id: topic",
            with:
                "  - { id: register, label: \"Is formal about {{topic}}\", pass: \"No slang\", fail: Slang }\n  - { id: topic"
        )
        let rubric = try rubric(own)
        #expect(rubric.version == 2 && rubric.ownIDs == ["register"])
        let lines = try rubric.lines(for: Self.assignment)
        #expect(
            lines.map(\.criterion)
                == [.skill("metaphor"), .skill("irony"), .other("register"), .topic, .sense, .sentenceLimit]
        )
        #expect([lines[2].label, lines[2].pass, lines[2].fail] == ["Is formal about Tea", "No slang", "Slang"])
        #expect(lines[2].entry.decision == .model && lines[2].entry.evidence == .required)
        #expect(lines.map(\.criterion) == rubric.criteria(of: Self.assignment))
        #expect(try RubricReader.criteria(text: own, file: "x") == rubric.ids)
    }

    /// Entries that are wrong, in the place of the first one of the standard, with the key and words of the sentence.
    private static let faults: [(entry: String, key: String?, words: String)] = [
        ("{ id: Register, label: x }", "id", "small letters"), ("{ id: k, label: x }", "id", "accept rule"),
        ("{ id: unknown, label: x }", "id", "accept rule"), ("{ id: all-skills, label: x }", "id", "accept rule"),
        ("{ id: \"skill:irony\", label: x }", "id", "small letters"), ("{ label: x }", nil, "no `id`"),
        ("{ id: register }", nil, "no `label`"), ("{ id: register, label: \"\" }", "label", "in one line"),
        ("{ id: register, label: \"{{skil}}\" }", "label", "did you mean skill?"),
        ("{ id: register, label: \"Is {{topc}}\" }", "label", "did you mean topic?"),
        ("{ id: register, label: \"Is {{#topic}}x\" }", "label", "not closed"),
        ("{ id: register, label: \"Is {{topic\" }", "label", "write }}"),
        ("{ id: register, label: x, lable: y }", "lable", "did you mean `label`?"),
        ("{ id: register, label: x, each: skill }", "each", "no other"),
        ("{ id: register, label: x, each: row }", "each", "no other"),
        ("{ id: register, label: x, decided_by: nobody }", "decided_by", "`model` or `code`"),
        ("{ id: register, label: x, decided_by: code }", "decided_by", "`check`"),
        ("{ id: register, label: x, check: sentence-limit }", "check", "decided_by: code"),
        ("{ id: register, label: x, evidence: some }", "evidence", "`required` or `optional`"),
        ("{ id: topic, label: y }", nil, "stands twice"),
        ("{ id: register, label: \"Makes sense\" }", nil, "could not tell"),
        ("register", nil, "Keys with values"),
    ]

    @Test(arguments: faults)
    func `a fault is told with file, line and key`(entry: String, key: String?, words: String) throws {
        let text = Self.standard.replacing("criteria:\n", with: "criteria:\n  - \(entry)\n")
        let error = #expect(throws: EtudeError.self) { try rubric(text) }
        #expect(error?.code == .data)
        #expect(error?.place?.file == "./mine/en/rubric.yaml")
        #expect(error?.message.contains(words) == true, "\(error?.description ?? "")")
        // What stands twice is found at the second of both.
        #expect((3...6).contains(error?.place?.line ?? 0), "\(error?.description ?? "")")
        if let key { #expect(error?.place?.key == "criteria[0].\(key)") }
    }

    @Test(arguments: [
        ("version: 2\n", "", "`version`"), ("criteria:", "criterias:", "did you mean `criteria`?"),
        ("  - { id: sense, label: \"Makes sense\", evidence: optional }\n", "", "`sense` is missing"),
        (", each: skill", "", "each: skill"),
    ])
    func `a rubric without what every rubric has is refused`(old: String, new: String, words: String) throws {
        let error = #expect(throws: EtudeError.self) { try rubric(Self.standard.replacing(old, with: new)) }
        #expect(error?.code == .data && error?.place?.file == "./mine/en/rubric.yaml")
        #expect(error?.message.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func `a folder without criteria is no rubric`() throws {
        let error = #expect(throws: EtudeError.self) { try rubric(nil) }
        #expect(error?.code == .data && error?.message.contains("no rubric.yaml") == true)
        #expect(throws: Never.self) { try rubric(Self.standard) }
    }
}
