import EtudeCore
import EtudeGenerate
import EtudePrompt
import Testing

@Suite struct StudentRequestTests {
    private let draft = Draft(
        text: "The text.",
        explanation: "The reason.",
        messages: [
            Message(.user, "u1"), Message(.assistant, "a1"), Message(.user, "u2"),
            Message(.assistant, "Answer: The text."),
        ],
        finishReason: "stop",
        teacher: "t"
    )

    private func request(
        _ names: [String] = ["teacher"],
        language: String = "en",
        turns: StudentRequest.Turns = .final,
        definitions: Bool = true,
        explanation: Bool = true
    ) throws -> StudentRequest {
        try StudentRequest(
            templates: try Fixtures.templates(language),
            names: names,
            relativeTo: "/",
            turns: turns,
            definitions: definitions,
            explanation: explanation
        )
    }

    @Test(arguments: ["teacher", "paper", "brief"], ["en", "ko"])
    func `every wording tells all there is to know`(name: String, language: String) throws {
        for limit in [1, 3] {
            let assignment = Fixtures.assignment(sentenceLimit: limit, language: language)
            let full = try request([name], language: language).prompt(assignment, positionSeed: Seed(1))
            let text = try #require(full.first?.content)
            #expect(full.map(\.role) == [.user])
            for part in [
                "some topic", "first skill, with a comma", "second skill", "What the first is.", "What the second is.",
            ] {
                #expect(text.contains(part))
            }
            #expect(text.contains("First example") == (name != "brief"))
            #expect(
                text.contains(
                    language == "en" ? (limit == 1 ? "one sentence" : "3 sentences") : (limit == 1 ? "한 문장" : "3문장")
                )
            )
            #expect(text.contains(language == "en" ? "Answer:" : "답:"))
            #expect(text.contains(language == "en" ? "Explanation:" : "설명:"))
            #expect(!text.contains("{{") && !text.contains("\n\n\n") && !text.hasSuffix("\n"))
            let bare = try request([name], language: language, definitions: false, explanation: false)
                .prompt(assignment, positionSeed: Seed(1))
            let rest = try #require(bare.first?.content)
            for part in ["What the first is.", "First example", "Answer:", "Explanation:", "답:", "설명:"] {
                #expect(!rest.contains(part))
            }
            #expect(rest.contains("first skill, with a comma"))
            #expect(!rest.contains("\n\n\n") && !rest.hasSuffix("\n"))
        }
    }

    @Test(arguments: [
        ("en", "Answer: The text.\n\nExplanation: The reason."), ("ko", "답: The text.\n\n설명: The reason."),
    ])
    func `the completion has the markers of its language`(language: String, completion: String) throws {
        let assignment = Fixtures.assignment(language: language)
        let turns = try request(language: language).turns(of: draft, for: assignment, positionSeed: Seed(1))
        #expect(turns.prompt == (try request(language: language).prompt(assignment, positionSeed: Seed(1))))
        #expect(turns.completion == [Message(.assistant, completion)])
        #expect(AnswerParser.parse(completion) == ParsedAnswer(text: "The text.", explanation: "The reason."))
    }

    @Test func `without explanation the completion is the bare text`() throws {
        let turns = try request(explanation: false).turns(of: draft, for: Fixtures.assignment(), positionSeed: Seed(1))
        #expect(turns.completion == [Message(.assistant, "The text.")])
    }

    @Test func `all turns are the conversation as it was`() throws {
        let turns = try request(turns: .all).turns(of: draft, for: Fixtures.assignment(), positionSeed: Seed(1))
        #expect(turns.prompt == Array(draft.messages.prefix(3)))
        #expect(turns.completion == [draft.messages[3]])
    }

    @Test func `wordings are drawn from the position's seed, each about as often`() throws {
        let request = try request(["teacher", "paper", "brief"])
        let prompts = try (0..<300).map { number in
            try request.prompt(Fixtures.assignment(), positionSeed: Seed(UInt64(number)))[0].content
        }
        let again = try request.prompt(Fixtures.assignment(), positionSeed: Seed(17))[0].content
        #expect(again == prompts[17])
        for start in ["Please write", "I am looking for", "Topic:"] {
            #expect((70...130).contains(prompts.count { $0.hasPrefix(start) }), "\(start)")
        }
    }

    @Test func `the examples of two skills are drawn apart`() {
        let values = RequestValues(genre: "g", definitions: true, explanation: true, limited: false)
        let twins = ["a", "b"].map { id in
            Skill(id: id, name: id, category: "c", definition: "d", examples: ["1", "2", "3", "4"])
        }
        let assignment = Assignment(
            skills: twins,
            topic: Topic(id: "t", name: "t"),
            sentenceLimit: 1,
            language: "en"
        )
        let pairs = (0..<200).map { values.values(for: assignment, positionSeed: Seed(UInt64($0)))["skills"] }
        let shown = pairs.compactMap { list -> [TemplateValue?]? in
            guard case .list(let skills)? = list else { return nil }
            return skills.map { $0["example"] }
        }
        #expect(Set(shown).count == 16)
    }

    @Test func `teacher and student are shown the same example`() throws {
        let values = RequestValues(genre: "g", definitions: true, explanation: true, limited: false)
        for number in 0..<20 {
            let seed = Seed(UInt64(number))
            guard case .list(let skills)? = values.values(for: Fixtures.assignment(), positionSeed: seed)["skills"],
                case .text(let example)? = skills[0]["example"]
            else {
                Issue.record("no example")
                return
            }
            #expect(try request().prompt(Fixtures.assignment(), positionSeed: seed)[0].content.contains(example))
        }
    }

    @Test(arguments: [
        (["papr"], "did you mean paper?"), ([], "request: [teacher]"), (["teacher", "short"], "teacher, brief, paper"),
    ])
    func `an unknown wording is answered with those that there are`(names: [String], words: String) throws {
        let error = #expect(throws: EtudeError.self) { try request(names) }
        #expect(error?.code == .config)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `a wording of one's own is a file`() throws {
        let error = #expect(throws: EtudeError.self) { try request(["./none.mustache"]) }
        #expect(error?.code == .config)
        #expect(error?.place?.file == "./none.mustache")
    }

    @Test func `all turns contradict another wording, no definitions and no explanation`() {
        #expect(throws: EtudeError.self) { try request(["paper"], turns: .all) }
        #expect(throws: EtudeError.self) { try request(turns: .all, definitions: false) }
        #expect(throws: EtudeError.self) { try request(turns: .all, explanation: false) }
    }
}
