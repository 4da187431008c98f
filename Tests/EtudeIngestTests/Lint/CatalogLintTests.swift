import EtudeCore
import EtudeIngest
import Testing

@Suite struct CatalogLintTests {
    @Test func `the shipped catalog is clean`() throws {
        let findings = CatalogLint.check(
            skills: try CatalogReader.skills(from: .shipped),
            topics: try CatalogReader.topics(from: .shipped)
        )
        #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
    }

    @Test func `a sound catalog has no findings`() throws {
        #expect(
            CatalogLint.check(
                skills: [try skill("alpha"), try skill("beta")],
                topics: [topic("gamma"), topic("delta")]
            ).isEmpty
        )
    }

    /// What spoils a sound catalog of the skills alpha and beta and the topics gamma and delta, and the rule that finds it.
    struct Flaw: Sendable, CustomTestStringConvertible {
        let rule: String
        let severity: Diagnostic.Severity
        let spoil: @Sendable (inout [Skill], inout [Topic]) throws -> Void
        var testDescription: String { rule }

        init(
            _ rule: String,
            _ severity: Diagnostic.Severity,
            _ spoil: @escaping @Sendable (inout [Skill], inout [Topic]) throws -> Void
        ) {
            self.rule = rule
            self.severity = severity
            self.spoil = spoil
        }
    }

    @Test(arguments: [
        Flaw("duplicate-id", .error) { skills, _ in skills[1].id = "alpha-skill" },
        Flaw("duplicate-id", .error) { _, topics in topics[1].id = "gamma-topic" },
        Flaw("bad-id", .error) { skills, _ in skills[1].id = "Beta Skill" },
        Flaw("duplicate-name", .error) { skills, _ in skills[1].aliases = ["Álpha-Skill"] },
        Flaw("duplicate-name", .error) { skills, _ in skills[1].inflections = ["alpha skills"] },
        Flaw("duplicate-name", .error) { _, topics in topics[1].aliases = ["beta skill"] },
        Flaw("duplicate-name", .error) { skills, _ in skills[1].name = "ALPHA_SKILL" },
        Flaw("near-name", .warning) { skills, _ in skills[1].name = "alhpa skill" },
        Flaw("near-name", .warning) { _, topics in topics[1].name = "gamma topics x" },
        Flaw("common-word", .warning) { skills, _ in skills[1].aliases = ["Times"] },
        Flaw("long-name", .warning) { skills, _ in skills[1].name = String(repeating: "beta ", count: 21) },
        Flaw("hidden-character", .error) { skills, _ in skills[1].aliases = ["be\u{202E}ta"] },
        Flaw("near-definition", .warning) { skills, _ in skills[1].definition = skills[0].definition.uppercased() },
        Flaw("near-definition", .warning) { skills, _ in
            skills[0].definition = "One two three four five six seven eight nine ten eleven twelve thirteen."
            skills[1].definition = "One two three four five six seven eight nine ten eleven twelve fourteen."
        },
        Flaw("missing-definition", .error) { skills, _ in skills[0].definition = " " },
        Flaw("few-examples", .note) { skills, _ in skills[0].examples = ["One."] },
        Flaw("missing-counterexample", .note) { skills, _ in skills[0].counterexample = nil },
        Flaw("few-realizations", .warning) { skills, _ in skills[0].realizations.removeLast() },
        Flaw("realization-places", .warning) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} met the {other_role}")
        },
        Flaw("realization-places", .warning) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} met the {role} at the {place}")
        },
        Flaw("realization-punctuation", .error) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} ran; the {thing} fell at the {place}")
        },
        Flaw("realization-punctuation", .error) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} cried \"the {thing} is at the {place}")
        },
        Flaw("names-another-entry", .error) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} at the {place} knew beta skills and the {thing}")
        },
        Flaw("names-another-entry", .warning) { skills, _ in skills[0].definition = "It is not a Beta-skill." },
        Flaw("names-another-entry", .warning) { skills, _ in skills[0].examples[1] = "All about the gamma topic." },
        Flaw("names-another-entry", .warning) { skills, _ in
            skills[0].counterexample = Counterexample(text: "No.", reason: "It is a beta skill.")
        },
        Flaw("names-another-entry", .error) { _, topics in topics[0].lexicon.things[0] = "delta topic hammer" },
        Flaw("names-itself", .error) { skills, _ in
            skills[0].realizations[0] = try Realization("the {role} at the {place} has an alpha skill and a {thing}")
        },
        Flaw("names-itself", .warning) { skills, _ in skills[0].examples[0] = "This is an Alpha skill." },
        Flaw("unknown-related", .warning) { skills, _ in skills[0].related = ["beta-skil"] },
        Flaw("one-entry-category", .note) { skills, _ in
            skills.append(skills[0])
            skills[2].id = "z"
            skills[2].name = "zeta"
            skills[2].category = "alone"
            skills[2].definition = "Another."
        },
        Flaw("short-lexicon", .warning) { _, topics in topics[0].lexicon.acts = [] },
        Flaw("short-lexicon", .note) { _, topics in topics[0].lexicon = Lexicon() },
        Flaw("lexicon-shared", .warning) { _, topics in topics[0].lexicon.roles[0] = topics[1].lexicon.roles[1] },
    ])
    func `a flaw is found, and nothing else`(flaw: Flaw) throws {
        var skills = [try skill("alpha"), try skill("beta")]
        var topics = [topic("gamma"), topic("delta")]
        try flaw.spoil(&skills, &topics)
        let findings = CatalogLint.check(skills: skills, topics: topics)
        #expect(findings.map(\.rule) == [flaw.rule], "\(findings)")
        #expect(findings.first?.severity == flaw.severity)
        #expect(findings.first?.place != nil)
    }

    @Test func `findings come in the order of files and lines`() throws {
        var skills = [try skill("beta"), try skill("alpha")]
        skills[0].counterexample = nil
        skills[1].counterexample = nil
        skills[1].definition = ""
        let findings = CatalogLint.check(skills: skills, topics: [])
        #expect(findings.map { $0.place?.line } == [10, 10, 11])
        #expect(findings.map(\.rule) == ["missing-definition", "missing-counterexample", "missing-counterexample"])
    }

    private func skill(_ word: String) throws -> Skill {
        Skill(
            id: "\(word)-skill",
            name: "\(word) skill",
            category: "tests",
            definition: "What \(word) is.",
            examples: ["One.", "Two."],
            counterexample: Counterexample(text: "Three.", reason: "Four."),
            realizations: try (1...5).map {
                try Realization("the {role} dropped {a thing} number \($0) at the {place}")
            },
            place: Place(file: "s.yaml", line: word == "alpha" ? 10 : 11)
        )
    }

    private func topic(_ word: String) -> Topic {
        Topic(
            id: "\(word)-topic",
            name: "\(word) topic",
            lexicon: Lexicon(
                things: (1...6).map { "\(word) thing \($0)" },
                acts: (1...3).map { "\(word) acting \($0)" },
                places: (1...3).map { "\(word) place \($0)" },
                roles: (1...3).map { "\(word) role \($0)" }
            ),
            place: Place(file: "t.yaml", line: 1)
        )
    }
}
