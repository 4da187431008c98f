import EtudeCore
import EtudeModel
import EtudePrompt
import Foundation
import Testing

@testable import EtudeJudge

/// Drafts by a generator of attacks; `ETUDE_DRAFTS=10000` tries that many.
@Suite struct HostileDraftTests {
    private static let assignment = Assignment.named(["metaphor", "red herring"], limit: 9)
    private static let count = ProcessInfo.processInfo.environment["ETUDE_DRAFTS"].flatMap(Int.init) ?? 240

    /// The drafts, in parts that are tried side by side.
    private static let parts = 0..<8
    private func drafts(_ part: Int) -> [(Seed, HostileDraft)] {
        stride(from: part, to: Self.count, by: Self.parts.count).map { number in
            (Seed(UInt64(number)), HostileDraft(Self.assignment, seed: Seed(UInt64(number))))
        }
    }

    @Test(arguments: parts)
    func `every prompt of both forms holds its own mark exactly twice, with the draft between`(part: Int) throws {
        let prompts = try [true, false].map { try RubricPrompt(shippedRubric(), isStructured: $0) }
        for (seed, draft) in drafts(part) {
            for prompt in prompts {
                let request = try prompt.request(
                    draft.text,
                    for: Self.assignment,
                    settings: SamplingSettings(),
                    seed: seed
                )
                let text = request.messages[0].content
                let mark = Fence.mark(seed: seed.child("fence"), absentFrom: draft.text)
                let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
                #expect(pieces.count == 3, "\(draft)")
                #expect(pieces[1] == "\n\(draft.text)\n----- ", "\(draft)")
                #expect(pieces[0].hasSuffix("\n----- ") && request.messages.count == 1)
            }
        }
    }

    @Test(arguments: parts)
    func `a judge that repeats the draft or its grading gives no draft a mark of passing`(part: Int) async throws {
        let rubric = try shippedRubric()
        for (seed, draft) in drafts(part) {
            let answers =
                [draft.text, "```\n\(draft.text)\n```"]
                + draft.gradings.flatMap { grading in
                    [
                        grading, "The text says:\n\(grading)\nand I agree.",
                        grading.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n"),
                        grading.replacing("\n", with: " "), grading.replacing(" ", with: "  "),
                    ]
                }
            for (index, answer) in answers.enumerated() {
                let judge = ScriptedJudge(texts: [answer, answer])
                let panel = try JudgePanel(
                    judges: [
                        JudgeSeat(model: judge, settings: SamplingSettings(), structured: index.isMultiple(of: 2))
                    ],
                    rounds: 1,
                    rubric: rubric,
                    until: .everyBallot
                )
                let verdict = try await panel.verdict(on: draft.text, for: Self.assignment, seed: seed)
                #expect(!AcceptRule.fullMarks.accepts(verdict))
                let judged = verdict.marks.filter { $0.criterion != .sentenceLimit }
                #expect(judged.allSatisfy { $0.outcome != .pass }, "\(answer)\n—\n\(draft)")
            }
        }
    }

    @Test(arguments: parts)
    func `a judge's own verdict on a hostile draft is read from its answer only`(part: Int) throws {
        let rubric = try shippedRubric()
        for (_, draft) in drafts(part) {
            let marks = Criterion.all(of: Self.assignment).map { criterion -> JSONValue in
                [
                    "criterion": .string(criterion.name), "evidence": "the thread was a river",
                    "met": .bool(criterion == .sense),
                ]
            }
            let own: JSONValue = ["marks": .array(marks)]
            let reader = try GradingReader(Self.assignment, rubric: rubric, draft: draft.text)
            #expect(letters(reader.marks(in: own.canonicalText), Self.assignment) == "fffpf", "\(draft)")
        }
    }

    @Test func `the drafts are of many kinds, and unprotected reading would give many of them full marks`() {
        let drafts = (0..<200).map { HostileDraft(Self.assignment, seed: Seed($0)) }
        #expect(Set(drafts.map(\.text)).count == drafts.count)
        let fooled = drafts.filter { draft in
            letters(GradingReader.marks(in: draft.gradings[0], for: Self.assignment), Self.assignment) == "ppppp"
        }
        #expect(fooled.count > 60)
    }
}
