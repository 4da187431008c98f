import EtudeCore
import EtudeJudge
import EtudeModel
import Testing

@Suite struct JudgePanelTests {
    private static let assignment = Assignment.named(["metaphor", "red herring"], limit: 2)
    private static let settings = SamplingSettings(temperature: 0.3)
    private static let text = "The thread was a river, and look, a bird."

    private func panel(
        _ judges: [ScriptedJudge],
        rounds: Int = 1,
        structured: Bool = false,
        until settling: Settling = .accepted(.fullMarks),
        code: CodeMarks = CodeMarks()
    ) throws -> JudgePanel {
        try JudgePanel(
            judges: judges.map { JudgeSeat(model: $0, settings: Self.settings, structured: structured) },
            rounds: rounds,
            rubric: shippedRubric(),
            until: settling,
            code: code
        )
    }

    private func verdict(_ panel: JudgePanel, _ text: String = Self.text) async throws -> Verdict {
        try await panel.verdict(on: text, for: Self.assignment, seed: Seed(7))
    }

    private func outcomes(_ verdict: Verdict) -> String {
        String(verdict.marks.compactMap(\.outcome.rawValue.first))
    }

    @Test func `no judge is asked once acceptance is settled`() async throws {
        // Of four judges the first two fail a criterion: a majority of passes can no longer come about.
        let answers = ["fpppp", "fpppp", "ppppp", "ppppp"].map { tableAnswer($0, Self.assignment) }
        for (settling, asked) in [(Settling.accepted(.fullMarks), 2), (.everyBallot, 4)] {
            let judges = answers.map { ScriptedJudge(texts: [$0]) }
            let verdict = try await verdict(try panel(judges, until: settling))
            #expect(judges.map { $0.requests.count } == (0..<4).map { $0 < asked ? 1 : 0 })
            #expect(verdict.marks[0].outcome == (asked == 2 ? .fail : .unknown))
            #expect(verdict.marks[0].votes == Mark.Votes(pass: asked - 2, fail: 2))
        }
    }

    @Test func `a draft that code fails costs no call under full marks, and every call in an evaluation`() async throws
    {
        let long = "One. Two. Three."
        let judge = ScriptedJudge(texts: [tableAnswer("ppppp", Self.assignment)])
        let early = try await verdict(try panel([judge]), long)
        #expect(judge.requests.isEmpty && early.ballots.isEmpty)
        #expect(outcomes(early) == "uuuuf" && !AcceptRule.fullMarks.accepts(early))
        let whole = try await verdict(try panel([judge], until: .everyBallot), long)
        #expect(outcomes(whole) == "ppppf")
    }

    @Test func `the ballots tell who voted what, round by round, and leave out what code decides`() async throws {
        let judges = [["fpppp", "ppppp"], ["pfppp", "ppfpp"]].map { marks in
            ScriptedJudge(texts: marks.map { tableAnswer($0, Self.assignment) })
        }
        let verdict = try await verdict(try panel(judges, rounds: 2, until: .everyBallot))
        #expect(verdict.ballots.map(\.round) == [0, 0, 1, 1] && verdict.ballots.map(\.judge) == [0, 1, 0, 1])
        let skill = Criterion.skill("metaphor")
        #expect(verdict.ballots.map { $0.marks[skill] } == [.fail, .pass, .pass, .pass])
        #expect(verdict.ballots.allSatisfy { $0.marks[.sentenceLimit] == nil && $0.marks.count == 4 })
        #expect(verdict.outcomes(by: verdict.ballots[0]).count == 5)
        #expect(verdict.outcomes(by: verdict.ballots[0])[.sentenceLimit] == .pass)
    }

    @Test func `an evaluation leaves named skills to the judges and may count sentences by the original rule`()
        async throws
    {
        let text = "what a red herring! and a boat."
        let code = CodeMarks(sentenceRule: .original, namedSkillsFail: false)
        let judge = ScriptedJudge(texts: [tableAnswer("ppppp", Self.assignment)])
        let verdict = try await verdict(try panel([judge], until: .everyBallot, code: code), text)
        #expect(outcomes(verdict) == "ppppp")
        #expect(
            SentenceRule.original.count("One. two. Three.") == 2 && SentenceRule.robust.count("One. two. Three.") == 3
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
        _ = try await verdict(try panel(judges, rounds: 2, until: .everyBallot))
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
        let verdict = try await verdict(try panel([judge], until: .everyBallot), "One. Two. Three.")
        #expect(verdict.marks.last == Mark(.sentenceLimit, .fail, votes: Mark.Votes(fail: 1)))
        let kept = try await self.verdict(try panel([ScriptedJudge(texts: [tableAnswer("ppppu", Self.assignment)])]))
        #expect(kept.marks.last == Mark(.sentenceLimit, .pass, votes: Mark.Votes(pass: 1)))
    }

    @Test func `a skill that the text names outright fails`() async throws {
        let judge = ScriptedJudge(texts: [tableAnswer("ppppp", Self.assignment)])
        let verdict = try await verdict(try panel([judge], until: .everyBallot), "What a red herring!")
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
}
