import EtudeCore
import EtudeModel
import EtudeTesting
import EtudeText
import Testing

@testable import EtudeJudge

@Suite struct BuiltInJudgeTests {
    private static let judge = Result { BuiltInJudge(catalog: try WrittenText.catalog.get()) }

    /// The criteria that a text fails.
    private func failed(_ text: String, _ written: WrittenText) throws -> [Criterion] {
        try Self.judge.get().marks(text, written.assignment).filter { !$0.isMet }.map(\.criterion)
    }

    @Test(arguments: 1...5)
    func `the teacher's texts have full marks, and spoiled ones fail the criterion concerned and no other`(k: Int)
        throws
    {
        for index in 0..<200 {
            let written = try WrittenText(index * 10 + k, k: k)
            #expect(try failed(written.text, written).isEmpty, "\(written.text)")
            let place = index % k
            let skill = Criterion.skill(written.assignment.skills[place].id)
            let (spoiled, expected): (String, Criterion) =
                switch index % 5 {
                case 0: (try written.withoutSkill(place), skill)
                case 1: (try written.withOtherSkill(place), skill)
                case 2: (try written.onOtherTopic(), .topic)
                case 3: (written.withExtraSentence(), .sentenceLimit)
                default: (written.naming(place), skill)
                }
            #expect(try failed(spoiled, written) == [expected], "\(spoiled)")
        }
    }

    @Test(arguments: [
        "the bread was warm.", "The bread was warm", "The {thing} was warm.", "The bread was was warm.",
        "\"The bread was warm.", "The bread was warm. it was good.", "",
    ])
    func `a text that makes no sense on its face fails sense`(text: String) {
        #expect(!SenseCheck.isMet(by: text, sentences: Sentences.split(text)))
    }

    @Test(arguments: [
        "The bread was warm.", "\"Bread,\" she said, \"is warm.\"", "“Warm bread?” He smiled…",
        "Never, never, never again!",
        "She had had enough of that that day.", "9 loaves are warm.", "Ever-warm warmth (so warm!)",
    ])
    func `a text that makes sense on its face passes sense`(text: String) {
        #expect(SenseCheck.isMet(by: text, sentences: Sentences.split(text)))
    }

    @Test func `places may hold any topic's words of their kind, with possessive and article`() throws {
        let clauses = [
            try Realization("{a role} took the {other_role}'s {thing} to {a place}"),
            try Realization("{act} bored the {role}"),
        ]
        let lexicon = Lexicon(
            things: ["oil lamp", "oil"],
            acts: ["sailing"],
            places: ["inn"],
            roles: ["sailor", "chess master"]
        )
        let catalog = try Catalog(
            skills: [Skill(id: "s", name: "s", category: "c", definition: "d", realizations: clauses)],
            topics: [
                Topic(id: "sea", name: "sea", lexicon: lexicon),
                Topic(id: "chess", name: "chess", lexicon: Lexicon(things: ["chess clock"])),
            ]
        )
        let judge = BuiltInJudge(catalog: catalog)
        func failed(_ text: String, topic: String = "sea") -> [String] {
            let assignment = Assignment(
                skills: catalog.skills,
                topic: Topic(id: topic, name: topic),
                sentenceLimit: 1,
                language: "en"
            )
            return judge.marks(text, assignment).filter { !$0.isMet }.map(\.criterion.name)
        }
        #expect(failed("One day, a sailor took the CHESS MASTER’S oil lamp to an inn.").isEmpty)
        #expect(failed("A sailor took the chess master's chess clock to an inn.").isEmpty)
        #expect(failed("A sailor took the chess master's oil to an inn.").isEmpty)
        #expect(failed("Sailing bored the sailors.") == ["skill:s"])
        #expect(failed("A sailor took the chess masters to an inn.") == ["skill:s"])
        #expect(failed("A sailor took the sailor's inn to an inn.") == ["skill:s"])
        #expect(failed("Sailing bored the sailor.", topic: "chess") == ["topic"])
        #expect(failed("Sailing bored the sailor at chess.", topic: "chess").isEmpty)
    }

    @Test(arguments: [true, false])
    func `its answers are read like a model's`(isStructured: Bool) async throws {
        let judge = try Self.judge.get()
        for index in 0..<10 {
            let written = try WrittenText(index, k: 3)
            let text = index.isMultiple(of: 2) ? written.text : written.naming(1)
            let answer = try await judge.answer(request(text, written.assignment, isStructured: isStructured))
            let expected = judge.marks(text, written.assignment).map {
                ($0.criterion, $0.isMet ? Mark.Outcome.pass : .fail)
            }
            let reader = try GradingReader(written.assignment, rubric: shippedRubric(), draft: text)
            let read = reader.marks(in: answer.text)
            #expect(read == Dictionary(uniqueKeysWithValues: expected), "\(answer.text)")
            #expect(answer.text.hasPrefix("{") == isStructured)
        }
    }

    @Test(arguments: 1...4)
    func `it quotes the clause of each skill and the words of the topic as they stand`(k: Int) throws {
        for index in 0..<50 {
            let written = try WrittenText(index * 7 + k, k: k)
            let marks = try Self.judge.get().marks(written.text, written.assignment)
            for mark in marks {
                let isQuoted = mark.isMet && mark.criterion != .sense && mark.criterion != .sentenceLimit
                #expect(mark.evidence.isEmpty == !isQuoted, "\(mark)")
                for piece in mark.evidence.split(separator: " … ") {
                    #expect(written.text.contains(piece), "\(piece)")
                    #expect(piece.utf8.count < written.text.utf8.count || k == 1)
                }
            }
        }
    }

    @Test func `a passage is quoted by its words, blanks and signs included`() {
        let passage = Passage("“Time — they say, is\na thief”; the well-kept purse…")
        #expect(passage.quotation(of: [0..<1]) == "“Time")
        #expect(passage.quotation(of: [0..<5]) == "“Time — they say, is\na")
        #expect(passage.quotation(of: [5..<6, 0..<2]) == "“Time — they … thief”;")
        #expect(passage.quotation(of: [7..<8, 8..<10]) == "well-kept purse…")
        #expect(passage.quotation(of: []).isEmpty)
    }

    @Test func `the table has a row for each criterion and the total`() async throws {
        let written = try WrittenText(1, k: 2)
        let answer = try await Self.judge.get().answer(
            request(written.naming(0), written.assignment, isStructured: false)
        )
        let ids = written.assignment.skills.map(\.id)
        #expect(
            answer.text == """
                | Criteria | Points Earned |
                | --- | --- |
                | skill:\(ids[0]) | 0 |
                | skill:\(ids[1]) | 1 |
                | topic | 1 |
                | sense | 1 |
                | sentence-limit | 1 |
                | Total | 4 |
                """
        )
    }

    @Test func `what it cannot mark is a bad request that names the entry`() async throws {
        let written = try WrittenText(1, k: 1)
        let judge = try Self.judge.get()
        func failure(_ assignment: Assignment) async -> ModelFailure? {
            await #expect(throws: ModelFailure.self) {
                try await judge.answer(request("A text.", assignment, isStructured: true))
            }
        }
        let (skills, topic) = (written.assignment.skills, written.assignment.topic)
        let unknown = Skill(id: "unknown", name: "unknown", category: "c", definition: "d")
        let cases = [
            (Assignment(skills: [unknown], topic: topic, sentenceLimit: 1, language: "en"), "\"unknown\""),
            (Assignment(skills: skills, topic: Topic(id: "x", name: "x"), sentenceLimit: 1, language: "en"), "\"x\""),
            (Assignment(skills: skills, topic: topic, sentenceLimit: 1, language: "ko"), "English only"),
        ]
        for (assignment, words) in cases {
            let failure = await failure(assignment)
            #expect(failure?.kind == .badRequest && failure?.message.contains(words) == true)
        }
        var writing = request("A text.", written.assignment, isStructured: true)
        writing.task = .write(written.assignment)
        await #expect(throws: ModelFailure.self) { try await judge.answer(writing) }
    }

    @Test(arguments: ChatModelConformance.checks)
    func `it keeps the promises of every model`(check: ChatModelConformance) async throws {
        let requests = try (0..<32).map { index in
            let written = try WrittenText(index, k: 2)
            return request(written.text, written.assignment, isStructured: index.isMultiple(of: 2))
        }
        let subject = ModelUnderTest(try Self.judge.get(), refused: .sample(), refusedKind: .badRequest) {
            requests[$0]
        }
        try await check.check(subject)
    }

    private func request(_ text: String, _ assignment: Assignment, isStructured: Bool) -> ChatRequest {
        ChatRequest(
            messages: [],
            settings: SamplingSettings(),
            schema: isStructured ? ResponseSchema(name: "marks", schema: [:]) : nil,
            seed: Seed(1),
            task: .mark(assignment, text: text)
        )
    }
}
