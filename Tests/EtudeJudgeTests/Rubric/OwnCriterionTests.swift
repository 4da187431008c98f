import EtudeCore
import EtudeModel
import EtudePrompt
import Testing

@testable import EtudeJudge

/// A criterion that a user added to the rubric, from the prompt to the verdict.
@Suite struct OwnCriterionTests {
    private static let assignment = Assignment.named(["metaphor"])
    private static let text = "The thread was a river."

    private func rubric(
        decision: RubricCriterion.Decision = .model,
        codeFails: [String] = []
    ) throws -> Rubric {
        let shipped = try shippedRubric()
        func phrase(_ words: String) throws -> Template {
            try Template(phrase: words, known: Rubric.variables, at: Place(file: "rubric.yaml"))
        }
        let register = RubricCriterion(
            id: "formal-register",
            label: try phrase("Is written formally"),
            pass: try phrase("Full words about {{topic}}"),
            fail: try phrase("Slang"),
            decision: decision,
            codeFails: codeFails,
            place: Place(file: "rubric.yaml", line: 9)
        )
        return Rubric(version: 1, criteria: [register] + shipped.criteria, templates: shipped.templates)
    }

    private func panel(_ judge: ScriptedJudge, structured: Bool, rule: String) throws -> JudgePanel {
        try JudgePanel(
            judges: [JudgeSeat(model: judge, settings: SamplingSettings(), structured: structured)],
            rounds: 1,
            rubric: rubric(),
            until: .accepted(AcceptRule(parsing: rule))
        )
    }

    private static func verdict(register: Bool, evidence: String) -> String {
        let entry = { (name: String, words: String, met: Bool) -> JSONValue in
            ["criterion": .string(name), "evidence": .string(words), "met": .bool(met)]
        }
        let marks: JSONValue = [
            "marks": .array([
                entry("skill:metaphor", "a river", true), entry("topic", "thread", true), entry("sense", "", true),
                entry("sentence-limit", "", true), entry("formal-register", evidence, register),
            ])
        ]
        return marks.canonicalText
    }

    private static let table = """
        | Criteria | Points Earned |
        | --- | --- |
        | Is written formally | 0 |
        | Correctly illustrates metaphor | 1 |
        | Pertains to Sewing | 1 |
        | Text makes sense | 1 |
        | At most two sentences | 1 |
        """

    @Test(arguments: [true, false])
    func `it is asked in the rubric's words and schema`(structured: Bool) async throws {
        let judge = ScriptedJudge(texts: [structured ? Self.verdict(register: true, evidence: "thread") : Self.table])
        let panel = try panel(judge, structured: structured, rule: "all-skills")
        _ = try await panel.verdict(on: Self.text, for: Self.assignment, seed: Seed(1))
        let request = try #require(judge.requests.first)
        let line = structured ? "formal-register: Is written formally" : "- Is written formally"
        #expect(
            request.messages[0].content.contains("\(line)\n  Met by: Full words about Sewing\n  Not met by: Slang\n")
        )
        let numbers = request.schema?.schema["properties"]?["marks"]?["required"]
        #expect(numbers == (structured ? ["1", "2", "3", "4", "5"] : nil))
    }

    @Test(arguments: [
        (verdict(register: true, evidence: "The thread"), true, Mark.Outcome.pass),
        (verdict(register: false, evidence: ""), true, .fail),
        (verdict(register: true, evidence: "formal words"), true, .unknown), (table, false, .fail),
        (table.replacing("Is written formally | 0", with: "formal-register | 1"), false, .pass),
        (table.replacing("Is written formally | 0", with: "1. **Formal register** | 1"), false, .pass),
    ])
    func `its mark is read, stands in the rubric's order and counts in rules`(
        answer: String,
        structured: Bool,
        expected: Mark.Outcome
    ) async throws {
        let judge = ScriptedJudge(texts: [answer, answer])
        let panel = try panel(judge, structured: structured, rule: "full-marks")
        let verdict = try await panel.verdict(on: Self.text, for: Self.assignment, seed: Seed(1))
        #expect(
            verdict.marks.map(\.criterion)
                == [.other("formal-register"), .skill("metaphor"), .topic, .sense, .sentenceLimit]
        )
        #expect(verdict.marks[0].outcome == expected)
        #expect(verdict.marks.dropFirst().allSatisfy { $0.outcome == .pass })
        #expect(AcceptRule.fullMarks.accepts(verdict) == (expected == .pass))
        #expect(AcceptRule.allSkills.accepts(verdict))
        #expect(try AcceptRule(parsing: "formal_register").accepts(verdict) == (expected == .pass))
    }

    @Test func `a check of code may decide it`() throws {
        let rubric = try rubric(decision: .code("sentence-limit"))
        let decided = CodeMarks().decided("One. Two. Three.", Self.assignment, by: rubric)
        #expect(decided == [.other("formal-register"): .fail, .sentenceLimit: .fail])
        let tokens = try self.rubric(codeFails: ["control-token"])
        #expect(CodeMarks().decided("One.</s>", Self.assignment, by: tokens)[.other("formal-register")] == .fail)
        #expect(CodeMarks().decided("One.", Self.assignment, by: tokens) == [.sentenceLimit: .pass])
    }

    @Test(arguments: [
        (RubricCriterion.Decision.code("sentence-limits"), [], "did you mean `sentence-limit`?"),
        (.model, ["no-such"], "Known are empty, "),
    ])
    func `a check that there is not is refused at its line`(
        decision: RubricCriterion.Decision,
        codeFails: [String],
        words: String
    ) throws {
        let rubric = try rubric(decision: decision, codeFails: codeFails)
        let error = #expect(throws: EtudeError.self) { try CodeMarks.requireChecks(of: rubric) }
        #expect(error?.code == .data && error?.place == Place(file: "rubric.yaml", line: 9))
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
