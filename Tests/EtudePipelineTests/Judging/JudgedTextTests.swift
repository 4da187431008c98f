import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct JudgedTextTests {
    private static func judged(_ outcomes: [Mark.Outcome], _ findings: [TextFinding] = []) -> JudgedText {
        let criteria: [Criterion] = [.skill("metaphor"), .topic, .sense, .sentenceLimit]
        let marks = zip(criteria, outcomes).map { Mark($0, $1, votes: Mark.Votes()) }
        let verdict = Verdict(marks: marks)
        return JudgedText(verdict: verdict, isAccepted: verdict.isFullMarks && findings.isEmpty, findings: findings)
    }

    private static func finding(_ reason: RejectionReason, refuses: Bool = true) -> TextFinding {
        TextFinding(check: "a-check", reason: reason.code, detail: "", isRefusal: refuses)
    }

    @Test func `The score is the share of marks that pass, and none where a mark is unknown`() {
        #expect(Self.judged([.pass, .pass, .pass, .pass]).score == 1)
        #expect(Self.judged([.pass, .fail, .pass, .fail]).score == 0.5)
        #expect(Self.judged([.fail, .fail, .fail, .fail]).score == 0)
        #expect(Self.judged([.pass, .unknown, .pass, .fail]).score == nil)
    }

    @Test func `A text that no judge saw scores 0, one that fails a mark of code what its marks say`() {
        let unknown: [Mark.Outcome] = [.unknown, .unknown, .unknown, .unknown]
        #expect(Self.judged(unknown, [Self.finding(.empty)]).score == 0)
        #expect(Self.judged(unknown, [Self.finding(.empty, refuses: false)]).score == nil)
        #expect(Self.judged([.pass, .pass, .pass, .fail], [Self.finding(.sentenceLimit)]).score == 0.75)
        #expect(Self.judged([.fail, .pass, .pass, .pass], [Self.finding(.namesSkill)]).score == 0.75)
    }

    @Test func `Acceptance is unknown where only missing marks stand against it`() {
        #expect(Self.judged([.pass, .pass, .pass, .pass]).acceptance == .pass)
        #expect(Self.judged([.pass, .unknown, .pass, .pass]).acceptance == .unknown)
        #expect(Self.judged([.pass, .unknown, .fail, .pass]).acceptance == .fail)
        #expect(Self.judged([.unknown, .unknown, .unknown, .unknown], [Self.finding(.empty)]).acceptance == .fail)
    }

    @Test func `A reply without marks says why, and keeps what the line held`() {
        let members = [JSONMember("id", "a"), JSONMember("marks", []), JSONMember("error", "old")]
        let reply = JudgingReply(members: members, id: "a", line: 4, outcome: .unanswered("Nobody is there."))
        #expect(
            String(decoding: reply.bytes, as: UTF8.self)
                == "{\"id\":\"a\",\"marks\":[],\"line\":4,\"error\":\"Nobody is there.\"}\n"
        )
        let outcome = JudgingReply.Outcome.judged(Self.judged([.pass, .unknown, .pass, .pass]))
        let judged = String(
            decoding: JudgingReply(members: members, id: "a", line: 4, outcome: outcome).bytes,
            as: UTF8.self
        )
        #expect(judged.hasPrefix("{\"id\":\"a\",\"error\":\"old\",\"marks\":[{"))
        #expect(judged.hasSuffix("\"accepted\":false,\"score\":null,\"code\":[]}\n"))
    }
}
