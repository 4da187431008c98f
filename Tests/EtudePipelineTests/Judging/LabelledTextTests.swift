import EtudeCore
import EtudeJudge
import Testing

@testable import EtudePipeline

@Suite struct LabelledTextTests {
    private static func labelled(_ members: String) throws -> LabelledText {
        let reader = SubmissionReader(
            try StarterPlan.plan,
            mapping: FieldMapping()
        )
        let line = #"{"text":"It rains.","skills":["metaphor"],"topic":"sewing"\#(members)}"#
        let submitted = try reader.read(line, number: 1)
        return try LabelledText(submitted, criteria: Criterion.all(of: submitted.assignment))
    }

    private static func judged(_ outcomes: [Mark.Outcome]) -> JudgedText {
        let criteria: [Criterion] = [.skill("metaphor"), .topic, .sense, .sentenceLimit]
        let marks = zip(criteria, outcomes).map { Mark($0, $1, votes: Mark.Votes()) }
        let verdict = Verdict(marks: marks)
        return JudgedText(verdict: verdict, isAccepted: verdict.isFullMarks, findings: [])
    }

    private static func marks(_ members: String, _ outcomes: [Mark.Outcome]) throws -> [LabelledMark] {
        var marks = CalibrationMarks()
        let text = try labelled(members)
        marks.add(1, text, judged(outcomes), rule: .fullMarks)
        return marks.inOrder
    }

    @Test func `Labels by criterion stand beside the judges' marks`() throws {
        let marks = try Self.marks(
            #","labels":{"skill:metaphor":true,"sense":false,"topic":null}"#,
            [.pass, .fail, .unknown, .pass]
        )
        #expect(
            marks == [
                LabelledMark(item: "line 1", criterion: "skill", human: true, judge: .pass),
                LabelledMark(item: "line 1", criterion: "sense", human: false, judge: .unknown),
            ]
        )
    }

    @Test func `Where all criteria are labelled the accept rule says what the person would accept`() throws {
        let all = #","labels":{"skill:metaphor":true,"sense":true,"topic":true,"sentence-limit":false}"#
        #expect(
            try Self.marks(all, [.pass, .pass, .pass, .pass]).last
                == LabelledMark(item: "line 1", criterion: "accepted", human: false, judge: .pass)
        )
        #expect(
            try Self.marks(#","id":"x","accepted":true"#, [.pass, .unknown, .pass, .pass])
                == [LabelledMark(item: "x", criterion: "accepted", human: true, judge: .unknown)]
        )
        #expect(
            try Self.marks(#","labels":{"accepted":false}"#, [.pass, .fail, .pass, .pass]).map(\.judge) == [.fail]
        )
    }

    @Test(arguments: [
        ("", "marks are missing"), (#","labels":[]"#, "an object of criteria"), (#","labels":{}"#, "No criterion"),
        (#","labels":{"topic":1}"#, "true, false or null"), (#","labels":{"topics":true}"#, "did you mean \"topic\"?"),
        (#","labels":{"skill:simile":true}"#, "no criterion \"skill:simile\""),
        (#","accepted":true,"marks":[]"#, "is what judges said"),
    ])
    func `A label that cannot be meant is refused`(members: String, words: String) throws {
        let error = #expect(throws: EtudeError.self) { _ = try Self.labelled(members) }
        #expect(error?.code == .data)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
