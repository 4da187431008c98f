import EtudeCore
import EtudeModel
import EtudePrompt
import EtudeTesting
import Foundation
import Testing

@testable import EtudeJudge

/// What a panel is asked in an audit, and what follows from its answers.
@Suite struct ExposureAuditTests {
    private static let skills = (0..<60).map { index in
        Skill(
            id: "skill-\(index)",
            name: "skill \(index)",
            category: "c",
            definition: "The manner numbered \(index).",
            examples: ["Example \(index)."],
            counterexample: Counterexample(text: "Counterexample \(index).", reason: "Reason \(index).")
        )
    }
    private static let text = "A short text that says this and that."

    static func templates(_ language: String = "en") throws -> TemplateSet {
        try TemplateLibrary.load("Templates/rubrics/exposure", language: language, relativeTo: projectFolder.path)
    }

    /// What a scripted judge lists, and what it says of a skill.
    private struct Opinion: Sendable {
        var lists: Set<String> = []
        var confirms: @Sendable (String) -> String = { _ in #"{"quote": "this and that", "shown": true}"# }
    }

    private static func judge(_ opinion: Opinion) -> ScriptedModel {
        ScriptedModel { request, _ in
            switch request.task {
            case .list(_, let skills):
                let shown = skills.map(\.id).filter(opinion.lists.contains)
                let answer: JSONValue = ["shown": .array(shown.map(JSONValue.string))]
                return ChatAnswer(text: answer.canonicalText, model: "m")
            case .confirm(_, let skill): return ChatAnswer(text: opinion.confirms(skill.id), model: "m")
            default: throw ModelFailure(.badRequest, "Neither.")
            }
        }
    }

    private static func audit(_ judges: [any ChatModel], structured: Bool = true) throws -> ExposureAudit {
        try ExposureAudit(
            judges: judges.map { JudgeSeat(model: $0, settings: SamplingSettings(), structured: structured) },
            templates: try templates(),
            skills: skills
        )
    }

    @Test func `every judge is asked about every skill once, in lists of at most 25 and an order of its own`()
        async throws
    {
        let judges = [Self.judge(Opinion()), Self.judge(Opinion())]
        let exposure = try await Self.audit(judges).exposure(of: Self.text, seed: Seed(1))
        #expect(exposure == Exposure())
        var orders: [[String]] = []
        for judge in judges {
            let requests = await judge.requests
            let lists = requests.map { request -> [String] in
                if case .list(Self.text, let skills) = request.task { skills.map(\.id) } else { [] }
            }
            #expect(lists.map(\.count) == [20, 20, 20])
            #expect(Set(lists.joined()) == Set(Self.skills.map(\.id)))
            #expect(Set(requests.map(\.seed)).count == 3)
            for (request, list) in zip(requests, lists) {
                let prompt = try #require(request.messages.first?.content)
                let asked = prompt.split(separator: "\n- ").dropFirst().compactMap { $0.split(separator: ":").first }
                #expect(Set(asked.map(String.init)) == Set(list) && asked.count == 20)
                orders.append(asked.map(String.init))
            }
            #expect(Set(requests.map(\.schema)).count == 3)
        }
        #expect(orders[0] != orders[3], "Each judge has an order of its own.")
        #expect(orders[0] != Self.skills.prefix(20).map(\.id))
        let again = [Self.judge(Opinion()), Self.judge(Opinion())]
        _ = try await Self.audit(again).exposure(of: Self.text, seed: Seed(1))
        #expect(await again[1].requests == judges[1].requests)
        let other = Self.judge(Opinion())
        _ = try await Self.audit([other]).exposure(of: Self.text, seed: Seed(2))
        let (first, second) = (await other.requests[0], await judges[0].requests[0])
        #expect(first.messages != second.messages && first.schema == second.schema)
    }

    @Test(arguments: ["en", "ko"], [true, false])
    func `a question holds the text between two marks of its own`(language: String, structured: Bool) throws {
        let seat = JudgeSeat(model: Self.judge(Opinion()), settings: SamplingSettings(), structured: structured)
        let questions = try ExposureQuestions(Self.templates(language), seat: seat)
        for number in 0..<20 {
            let seed = Seed(UInt64(number))
            let mark = Fence.mark(seed: seed.child("fence"), absentFrom: Self.text)
            let list = try questions.listing(Self.text, among: Array(Self.skills.prefix(3)), seed: seed)
            let confirm = try questions.confirmation(Self.text, of: Self.skills[7], seed: seed)
            for request in [list, confirm] {
                let prompt = try #require(request.messages.first?.content)
                #expect(prompt.contains("\n----- \(mark)\n\(Self.text)\n----- \(mark)\n"))
                #expect(prompt.components(mark) == 3)
                #expect((request.schema != nil) == structured)
                #expect(prompt.contains("{\"") == structured)
            }
            for words in ["skill 7", "manner numbered 7", "Example 7.", "Counterexample 7.", "Reason 7."] {
                #expect(confirm.messages[0].content.contains(words))
            }
        }
    }

    @Test func `the majority of the panel decides what anybody listed`() async throws {
        func says(_ yes: Set<String>, _ unread: Set<String> = []) -> @Sendable (String) -> String {
            { id in
                guard !unread.contains(id) else { return #"{"quote": "not in it", "shown": true}"# }
                let isShown = yes.contains(id)
                return isShown ? #"{"quote": "A short text", "shown": true}"# : #"{"quote": "", "shown": false}"#
            }
        }
        // Skill 1: yes, yes. Skill 2: no, no. Skill 3: yes, no, unread: a tie. Skill 4: yes, unread, yes.
        let judges = [
            Self.judge(Opinion(lists: ["skill-1"], confirms: says(["skill-1", "skill-3", "skill-4"]))),
            Self.judge(Opinion(lists: ["skill-2", "skill-4"], confirms: says(["skill-1"], ["skill-4"]))),
            Self.judge(Opinion(lists: ["skill-3"], confirms: says(["skill-4"], ["skill-3"]))),
        ]
        let exposure = try await Self.audit(judges).exposure(of: Self.text, seed: Seed(3))
        #expect(exposure == Exposure(shown: ["skill-1", "skill-4"], undecided: ["skill-3"], unreadLists: 0))
        #expect(exposure.isShown && !exposure.isUndecided)
        let asked = await judges[2].requests.compactMap { request -> String? in
            if case .confirm(_, let skill) = request.task { "\(skill.id) \(request.ask)" } else { nil }
        }
        #expect(asked == ["skill-3 0", "skill-3 1", "skill-4 0"], "What two of three settle needs no third.")
    }

    @Test func `a list that cannot be read is asked for again, then counted`() async throws {
        let mute = ScriptedModel { _, _ in ChatAnswer(text: "Well…", model: "m") }
        let exposure = try await Self.audit([mute]).exposure(of: Self.text, seed: Seed(1))
        #expect(exposure == Exposure(unreadLists: 3))
        #expect(exposure.isUndecided && !exposure.isShown)
        #expect(await mute.requests.map(\.ask) == [0, 1, 0, 1, 0, 1])
    }

    @Test func `everything that can be asked is asked before a pending answer stops the audit`() async throws {
        let batch = ScriptedModel { _, _ in throw ModelFailure(.pending, "Waits.") }
        await #expect(throws: ModelFailure.self) {
            try await Self.audit([batch, batch]).exposure(of: Self.text, seed: Seed(1))
        }
        #expect(await batch.requests.count == 6)
        let down = ScriptedModel { _, _ in throw ModelFailure(.server, "Down.") }
        await #expect(throws: ModelFailure.self) {
            try await Self.audit([down]).exposure(of: Self.text, seed: Seed(1))
        }
        #expect(await down.requests.count == 1)
    }

    @Test(arguments: [true, false])
    func `the built-in judge finds the clauses of the built-in teacher, and no others`(structured: Bool) async throws {
        let catalog = try WrittenText.catalog.get()
        let judge = BuiltInJudge(catalog: catalog)
        for index in 0..<12 {
            let written = try WrittenText(index, k: 3)
            let asked = Set(written.assignment.skills.map(\.id))
            let audit = try ExposureAudit(
                judges: [JudgeSeat(model: judge, settings: SamplingSettings(), structured: structured)],
                templates: try Self.templates(),
                skills: catalog.skills
            )
            let exposure = try await audit.exposure(of: written.text, seed: Seed(UInt64(index)))
            #expect(Set(exposure.shown) == asked && exposure.undecided.isEmpty && exposure.unreadLists == 0)
        }
    }

    @Test(arguments: ["list.mustache", "confirm.mustache"])
    func `a template that names what nobody fills is refused`(file: String) throws {
        let files = try Self.templates().files.map { entry in
            entry.path == file
                ? (file, try Template(source: "{{! variables: topic }}{{topic}}", file: file)) : entry
        }
        let seat = JudgeSeat(model: Self.judge(Opinion()), settings: SamplingSettings(), structured: true)
        let error = #expect(throws: EtudeError.self) {
            try ExposureAudit(
                judges: [seat],
                templates: TemplateSet(name: "mine", language: "en", files: files),
                skills: Self.skills
            )
        }
        #expect(try #require(error).message.contains("topic"))
    }
}

extension String {
    /// How many parts a separator makes.
    fileprivate func components(_ separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
