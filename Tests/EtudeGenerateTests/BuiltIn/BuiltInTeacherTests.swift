import EtudeCore
import EtudeIngest
import EtudeModel
import EtudeTesting
import EtudeText
import Testing

@testable import EtudeGenerate

@Suite struct BuiltInTeacherTests {
    private static let catalog = Result {
        try Catalog(skills: CatalogReader.skills(from: .shipped), topics: CatalogReader.topics(from: .shipped))
    }

    /// Words of the catalog that begin with a vowel and sound otherwise, or the other way round.
    private static let soundsOtherwise: Set<String> = ["honest", "hour", "one", "unison", "useful"]

    /// An assignment of k skills of the shipped catalog, and the request for it.
    private static func request(_ index: Int, k: Int, limit: Int? = nil) throws -> (Assignment, ChatRequest) {
        let catalog = try catalog.get()
        var generator = SeededGenerator(seed: Seed(7).child("\(index)"))
        let assignment = Assignment(
            skills: Array(generator.shuffled(catalog.skills).prefix(k)),
            topic: catalog.topics[generator.below(catalog.topics.count)],
            sentenceLimit: limit ?? max(1, k - 1),
            language: "en-US"
        )
        return (assignment, request(assignment, seed: Seed(generator.next())))
    }

    private static func request(_ assignment: Assignment, seed: Seed = Seed(1)) -> ChatRequest {
        ChatRequest(messages: [], settings: SamplingSettings(), seed: seed, task: .write(assignment))
    }

    @Test(arguments: 1...5)
    func `texts keep the sentence limit, hold a clause for each skill and read like English`(k: Int) async throws {
        let teacher = BuiltInTeacher(catalog: try Self.catalog.get())
        for index in 0..<200 {
            let (assignment, request) = try Self.request(index, k: k)
            let answer = try await teacher.answer(request)
            let parsed = try #require(AnswerParser.parse(answer.text), "\(answer.text)")
            #expect(Sentences.count(parsed.text) == assignment.sentenceLimit, "\(parsed.text)")
            #expect(answer.finishReason == .stop && answer.usage == nil && answer.model == "builtin/teacher")
            let quotes = parsed.explanation.split(separator: "“").dropFirst().compactMap {
                $0.split(separator: "”").first
            }
            #expect(Set(quotes).count == k)
            #expect(quotes.allSatisfy { parsed.text.contains($0) }, "\(answer.text)")
            #expect(assignment.skills.allSatisfy { parsed.explanation.contains("illustrate \($0.name).") })
            expectEnglish(parsed.text)
        }
    }

    private func expectEnglish(_ text: String) {
        let words = text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }
        for (article, word) in zip(words, words.dropFirst()) where article == "a" || article == "an" {
            let beginsWithVowel = word.first.map("aeiou".contains) != Self.soundsOtherwise.contains(String(word))
            #expect((article == "an") == beginsWithVowel, "\(article) \(word): \(text)")
        }
        #expect(!text.contains("  ") && !text.contains(" ,") && !text.contains("{"), "\(text)")
        #expect(text.count { $0 == "\"" }.isMultiple(of: 2), "\(text)")
        #expect(text.hasSuffix("."), "\(text)")
    }

    @Test func `the same request has the same answer, another seed another`() async throws {
        let teacher = BuiltInTeacher(catalog: try Self.catalog.get())
        let (assignment, request) = try Self.request(1, k: 3)
        let answer = try await teacher.answer(request)
        #expect(try await teacher.answer(request) == answer)
        var revision = request
        revision.messages = [Message(.user, "Write."), Message(.assistant, answer.text), Message(.user, "Again.")]
        #expect(try await teacher.answer(revision) == answer)
        #expect(try await teacher.answer(Self.request(assignment, seed: Seed(2))) != answer)
    }

    @Test(arguments: [(1, 1), (3, 1), (5, 2), (2, 2), (3, 7)])
    func `clauses are joined only as far as the limit asks for`(k: Int, limit: Int) async throws {
        let teacher = BuiltInTeacher(catalog: try Self.catalog.get())
        for index in 0..<20 {
            let (_, request) = try Self.request(index, k: k, limit: limit)
            let parsed = try #require(AnswerParser.parse(try await teacher.answer(request).text))
            #expect(Sentences.count(parsed.text) == min(k, limit), "\(parsed.text)")
        }
    }

    @Test func `skills and topic are looked up in the catalog`() async throws {
        let (assignment, _) = try Self.request(1, k: 2)
        let bare = Assignment(
            skills: assignment.skills.map { Skill(id: $0.id, name: "", category: "", definition: "") },
            topic: Topic(id: assignment.topic.id, name: ""),
            sentenceLimit: assignment.sentenceLimit,
            language: "en"
        )
        let teacher = BuiltInTeacher(catalog: try Self.catalog.get())
        #expect(try await teacher.answer(Self.request(bare)) == teacher.answer(Self.request(assignment)))
    }

    @Test func `what it cannot write is a bad request that names the entry`() async throws {
        let role = try Realization("the {role} met the {other_role} at the {place}")
        let catalog = try Catalog(
            skills: [
                Skill(id: "silent", name: "silent", category: "c", definition: "d"),
                Skill(id: "meeting", name: "meeting", category: "c", definition: "d", realizations: [role]),
            ],
            topics: [Topic(id: "sewing", name: "sewing", lexicon: Lexicon(places: ["workshop"], roles: ["tailor"]))]
        )
        func failure(_ skill: String, topic: String = "sewing", language: String = "en") async -> ModelFailure? {
            let assignment = Assignment(
                skills: [Skill(id: skill, name: skill, category: "c", definition: "d")],
                topic: Topic(id: topic, name: topic),
                sentenceLimit: 1,
                language: language
            )
            return await #expect(throws: ModelFailure.self) {
                try await BuiltInTeacher(catalog: catalog).answer(Self.request(assignment))
            }
        }
        #expect(await failure("silent")?.message.contains("\"silent\"") == true)
        #expect(await failure("unknown")?.message.contains("\"unknown\"") == true)
        #expect(await failure("meeting")?.message.contains("\"sewing\"") == true)
        #expect(await failure("meeting")?.message.contains("\"role\"") == true)
        #expect(await failure("meeting", topic: "knots")?.message.contains("\"knots\"") == true)
        #expect(await failure("meeting", language: "ko")?.message.contains("English only") == true)
        #expect(await failure("meeting", language: "ko")?.kind == .badRequest)
    }

    @Test func `it does not mark`() async throws {
        let (assignment, request) = try Self.request(1, k: 1)
        var marking = request
        marking.task = .mark(assignment, text: "A text.")
        let failure = await #expect(throws: ModelFailure.self) {
            try await BuiltInTeacher(catalog: try Self.catalog.get()).answer(marking)
        }
        #expect(failure?.kind == .badRequest)
    }

    @Test(arguments: ChatModelConformance.checks)
    func `it keeps the promises of every model`(check: ChatModelConformance) async throws {
        let requests = try (0..<32).map { try Self.request($0, k: 2).1 }
        var marking = requests[0]
        marking.task = .mark(try Self.request(0, k: 2).0, text: "A text.")
        let subject = ModelUnderTest(
            BuiltInTeacher(catalog: try Self.catalog.get()),
            refused: marking,
            refusedKind: .badRequest
        ) { requests[$0] }
        try await check.check(subject)
    }
}
