import EtudeCore
import EtudeGenerate
import EtudeModel
import EtudeTesting
import Testing

@Suite struct TeacherConversationTests {
    private let assignment = Fixtures.assignment()
    private let settings = SamplingSettings(temperature: 0.7, maxOutputTokens: 100)

    private func write(_ answers: [ChatAnswer]) async throws -> (writing: Writing, requests: [ChatRequest]) {
        let model = ScriptedModel(outcomes: answers.map { .success($0) })
        let teacher = try TeacherConversation(templates: try Fixtures.templates(), model: model, settings: settings)
        let writing = try await teacher.write(assignment, positionSeed: Seed(1), seed: Seed(2))
        return (writing, await model.requests)
    }

    private func answer(_ text: String, _ reason: FinishReason = .stop) -> ChatAnswer {
        ChatAnswer(text: text, finishReason: reason, model: "m")
    }

    @Test func `the second turn carries the whole conversation, and its text is the draft`() async throws {
        let first = "Answer: One.\nExplanation: a"
        let second = "Sure!\n\n**Answer:** \"Two.\"\n\n**Explanation:** b"
        let (writing, requests) = try await write([answer(first), answer(second)])
        guard case .draft(let draft) = writing else {
            Issue.record("\(writing)")
            return
        }
        #expect(draft.text == "Two.")
        #expect(draft.explanation == "b")
        #expect(draft.finishReason == "stop")
        #expect(draft.teacher == "scripted/model")
        #expect(draft.messages.map(\.role) == [.user, .assistant, .user, .assistant])
        #expect(draft.messages[1].content == first)
        #expect(draft.messages[3].content == second)
        #expect(requests.map(\.messages) == [Array(draft.messages.prefix(1)), Array(draft.messages.prefix(3))])
        #expect(requests.map(\.seed) == [Seed(2).child("turn-1"), Seed(2).child("turn-2")])
        #expect(requests.allSatisfy { $0.task == .write(assignment) && $0.settings == settings && $0.ask == 0 })
    }

    @Test func `the limit is told in the second turn only`() async throws {
        let (_, requests) = try await write([answer("Answer: One."), answer("Answer: Two.")])
        #expect(!requests[0].messages[0].content.contains("sentence"))
        #expect(requests[1].messages[2].content.contains("no more than one sentence"))
    }

    /// The turns' answers, how far the conversation goes, and what comes of it.
    struct Failing: Sendable {
        let answers: [(String, FinishReason)]
        let reason: RejectionReason
        let text: String
    }

    @Test(arguments: [
        Failing(answers: [("Answer: One", .length)], reason: .truncated, text: ""),
        Failing(answers: [("I cannot.", .refusal)], reason: .refused, text: ""),
        Failing(answers: [("", .contentFilter)], reason: .filtered, text: ""),
        Failing(answers: [(" \n", .stop)], reason: .empty, text: ""),
        Failing(answers: [("Answer: One.", .stop), ("Answer: Tw", .length)], reason: .truncated, text: "One."),
        Failing(answers: [("Answer: One.", .stop), ("No.", .refusal)], reason: .refused, text: "One."),
        Failing(answers: [("Answer: One.", .stop), ("Answer: Two.", .contentFilter)], reason: .filtered, text: "One."),
        Failing(answers: [("Answer: One.", .stop), ("", .stop)], reason: .empty, text: "One."),
        Failing(answers: [("Answer: One.", .stop), ("Two.", .stop)], reason: .unreadable, text: "One."),
        Failing(answers: [("One.", .stop), ("Two.", .other)], reason: .unreadable, text: ""),
    ])
    func `a turn without a text that counts ends it, and keeps what was said`(_ item: Failing) async throws {
        let (writing, requests) = try await write(item.answers.map { answer($0.0, $0.1) })
        guard case .rejected(let reason, let draft) = writing else {
            Issue.record("\(writing)")
            return
        }
        #expect(reason == item.reason)
        #expect(draft.text == item.text)
        #expect(requests.count == item.answers.count)
        #expect(draft.messages.filter { $0.role == .assistant }.map(\.content) == item.answers.map(\.0))
        #expect(draft.finishReason == item.answers.last?.1.rawValue)
    }

    @Test func `a first answer that cannot be read is revised`() async throws {
        let (writing, _) = try await write([answer("One."), answer("Answer: Two.")])
        guard case .draft(let draft) = writing else {
            Issue.record("\(writing)")
            return
        }
        #expect(draft.text == "Two.")
    }

    @Test func `a failure of the model is passed on`() async throws {
        let model = ScriptedModel(outcomes: [.failure(ModelFailure(.server, "Down."))])
        let teacher = try TeacherConversation(templates: try Fixtures.templates(), model: model, settings: settings)
        await #expect(throws: ModelFailure(.server, "Down.")) {
            try await teacher.write(assignment, positionSeed: Seed(1), seed: Seed(2))
        }
    }

    @Test func `attempts at a position share the words and differ in the seed`() throws {
        let model = ScriptedModel(outcomes: [.success(answer(""))])
        let teacher = try TeacherConversation(templates: try Fixtures.templates(), model: model, settings: settings)
        let requests = try (0..<20).map { number in
            try teacher.firstRequest(assignment, positionSeed: Seed(7), seed: Seed(UInt64(number)))
        }
        #expect(Set(requests.map(\.messages)).count == 1)
        #expect(Set(requests.map(\.seed)).count == 20)
        let positions = try (0..<40).map { number in
            try teacher.firstRequest(assignment, positionSeed: Seed(UInt64(number)), seed: Seed(1)).messages
        }
        #expect(Set(positions).count == 4, "each of the four examples is shown at some position")
    }

    @Test func `a template that nobody can fill is found before the first call`() throws {
        let model = ScriptedModel(outcomes: [.success(answer(""))])
        let files = [
            "request.mustache": "{{! variables: topic }}\n{{topic}}", "genre.mustache": "{{! variables: }}\na text",
            "revise.mustache": "{{! variables: topics }}\n{{topics}}",
        ]
        let error = #expect(throws: EtudeError.self) {
            try TeacherConversation(templates: try Fixtures.templates(files: files), model: model, settings: settings)
        }
        #expect(error?.place == Place(file: "revise.mustache", line: 1))
        #expect(error?.message.contains("did you mean topic?") == true)
    }
}
