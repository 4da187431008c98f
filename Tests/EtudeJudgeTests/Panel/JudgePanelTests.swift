import EtudeCore
import EtudeJudge
import EtudeModel
import Testing

@Suite struct JudgePanelTests {
    private static let assignment = Assignment.named(["metaphor", "red herring"], limit: 2)
    private static let settings = SamplingSettings(temperature: 0.3)
    private static let text = "The thread was a river, and look, a bird."

    private func panel(_ judges: [ScriptedJudge], rounds: Int = 1, structured: Bool = false) throws -> JudgePanel {
        try JudgePanel(
            judges: judges.map { JudgeSeat(model: $0, settings: Self.settings, structured: structured) },
            rounds: rounds,
            templates: rubricTemplates()
        )
    }

    private func verdict(_ panel: JudgePanel, _ text: String = Self.text) async throws -> Verdict {
        try await panel.verdict(on: text, for: Self.assignment, seed: Seed(7))
    }

    private func outcomes(_ verdict: Verdict) -> String {
        String(verdict.marks.compactMap(\.outcome.rawValue.first))
    }

    /// Every sequence of up to three votes on one criterion, p, f or u.
    private static let sequences: [String] = (1...3).flatMap { length in
        (0..<[1, 3, 9, 27][length]).map { number in
            String((0..<length).map { Array("pfu")[number / [1, 3, 9][$0] % 3] })
        }
    }

    @Test(arguments: sequences)
    func `the majority of the votes decides, and no judge is asked once it is settled`(_ votes: String) async throws {
        let judges = votes.map { vote in
            let answer = tableAnswer("\(vote)pppp", Self.assignment)
            return ScriptedJudge(texts: [answer, answer])
        }
        let verdict = try await verdict(try panel(judges))
        let (passes, fails) = (votes.count { $0 == "p" }, votes.count { $0 == "f" })
        let expected: Mark.Outcome = passes > fails ? .pass : fails > passes ? .fail : .unknown
        #expect(verdict.marks[0].outcome == expected)

        // The shortest prefix after which nothing that is still to come changes the outcome of any criterion.
        let needed = (1...votes.count).first { length in
            let counted = votes.prefix(length)
            let remaining = votes.count - length
            let lead = abs(counted.count { $0 == "p" } - counted.count { $0 == "f" })
            return remaining == 0 || lead > remaining && length > remaining
        }
        #expect(judges.filter { !$0.requests.isEmpty }.count == needed)
        let counted = votes.prefix(needed ?? 0)
        #expect(
            verdict.marks[0].votes
                == Mark.Votes(
                    pass: counted.count { $0 == "p" },
                    fail: counted.count { $0 == "f" },
                    unknown: counted.count { $0 == "u" }
                )
        )
    }

    @Test func `marks stand in the rubric's order`() async throws {
        let verdict = try await verdict(try panel([ScriptedJudge(texts: [tableAnswer("pfpfp", Self.assignment)])]))
        #expect(verdict.marks.map(\.criterion) == Criterion.all(of: Self.assignment))
        #expect(outcomes(verdict) == "pfpfp")
    }

    @Test func `an answer that cannot be fully read is asked once again`() async throws {
        let judge = ScriptedJudge(texts: [tableAnswer("upppp", Self.assignment), tableAnswer("fpppp", Self.assignment)])
        #expect(outcomes(try await verdict(try panel([judge]))) == "fpppp")
        #expect(judge.requests.map(\.ask) == [0, 1])
        #expect(Set(judge.requests.map(\.messages)).count == 1)
        #expect(Set(judge.requests.map { $0.key(model: judge.name) }).count == 2)
    }

    @Test func `what the second answer leaves unread is unknown and not asked again`() async throws {
        let judge = ScriptedJudge(texts: ["No idea.", tableAnswer("puppp", Self.assignment), "Never asked."])
        let verdict = try await verdict(try panel([judge]))
        #expect(outcomes(verdict) == "puppp")
        #expect(verdict.marks[1].votes == Mark.Votes(unknown: 1))
        #expect(verdict.isUnknown)
        #expect(judge.requests.count == 2)
    }

    @Test func `every seat and round has a request and a key of its own`() async throws {
        let judges = ["a/one", "a/one", "b/two"].map { name in
            ScriptedJudge(
                name,
                texts: ["pfpup", "fpppp", "uuppp"].flatMap { marks in
                    [tableAnswer(marks, Self.assignment), tableAnswer(marks, Self.assignment)]
                }
            )
        }
        _ = try await verdict(try panel(judges, rounds: 2))
        let first = judges.flatMap { judge in judge.requests.filter { $0.ask == 0 } }
        #expect(first.count == 6)
        #expect(Set(first.map(\.seed)).count == 6)
        #expect(
            Set(judges.flatMap { judge in judge.requests.map { $0.key(model: judge.name) } }).count
                == judges.reduce(0) { $0 + $1.requests.count }
        )
        #expect(first.allSatisfy { $0.settings == Self.settings && $0.task == .mark(Self.assignment, text: Self.text) })
        #expect(first[0].seed == Seed(7).child("judge", "0", "0"))
    }

    @Test func `code decides the sentence limit whatever the judge says`() async throws {
        let judge = ScriptedJudge(texts: [tableAnswer("ppppp", Self.assignment)])
        let verdict = try await verdict(try panel([judge]), "One. Two. Three.")
        #expect(verdict.marks.last == Mark(.sentenceLimit, .fail, votes: Mark.Votes(fail: 1)))
        let kept = try await self.verdict(try panel([ScriptedJudge(texts: [tableAnswer("ppppu", Self.assignment)])]))
        #expect(kept.marks.last == Mark(.sentenceLimit, .pass, votes: Mark.Votes(pass: 1)))
    }

    @Test func `a skill that the text names outright fails`() async throws {
        let judge = ScriptedJudge(texts: [tableAnswer("ppppp", Self.assignment)])
        let verdict = try await verdict(try panel([judge]), "What a red herring!")
        #expect(outcomes(verdict) == "pfppp")
        #expect(verdict.marks[1].votes == Mark.Votes(fail: 1))
        #expect(!AcceptRule.fullMarks.accepts(verdict))
    }

    @Test func `a failing judge fails the verdict`() async throws {
        await #expect(throws: ModelFailure(.notRecorded, "The script has no answer 0.")) {
            try await verdict(try panel([ScriptedJudge(texts: [])]))
        }
    }

    @Test(arguments: [
        (FinishReason.refusal, "uuuup"), (.contentFilter, "uuuup"), (.stop, "ppppp"), (.other, "ppppp"),
        (.length, "pppup"),
    ])
    func `an answer counts as far as it is whole`(_ reason: FinishReason, _ marks: String) async throws {
        let lines = tableAnswer("ppppp", Self.assignment).split(separator: "\n").dropLast(2).joined(separator: "\n")
        let answer = ChatAnswer(text: lines, finishReason: reason, model: "scripted")
        #expect(outcomes(try await verdict(try panel([ScriptedJudge("scripted", [answer, answer])]))) == marks)
    }

    @Test func `the accept rule of full marks wants every mark to pass`() throws {
        let rule = try #require(AcceptRule(rawValue: "full-marks"))
        let pass = Mark(.topic, .pass, votes: Mark.Votes(pass: 1))
        #expect(rule.accepts(Verdict(marks: [pass])))
        #expect(!rule.accepts(Verdict(marks: [pass, Mark(.sense, .unknown, votes: Mark.Votes())])))
        #expect(!rule.accepts(Verdict(marks: [])))
        #expect(AcceptRule(rawValue: "full marks") == nil)
    }
}
