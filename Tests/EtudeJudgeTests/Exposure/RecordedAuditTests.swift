import EtudeCore
import EtudeModel
import Foundation
import Testing

@testable import EtudeJudge

/// The audit's own prompts, answered by a capable model that saw nothing but them; the truth was set down beforehand.
@Suite(.enabled(if: RecordedAnswer.exist, "needs the recorded answers in Fixtures/audit-answers.jsonl"))
struct RecordedAuditTests {
    @Test func `skills that are there are listed, and few that are not`() throws {
        let lists = try RecordedAnswer.all().filter { $0.truth.array != nil }
        var (whole, more) = (0, 0)
        for list in lists {
            let truth = (list.truth.array ?? []).compactMap(\.string)
            let listed = try #require(SkillListing.ids(in: list.answer, of: list.skills), "\(list.id) can be read.")
            if Set(truth).isSubset(of: listed) { whole += 1 }
            more += listed.count { !truth.contains($0) }
        }
        print("audit: \(whole) of \(lists.count) lists hold what is there, with \(more) skills more")
        #expect(lists.count == 10)
        #expect(whole == 10)
        #expect(more == 3, "Of 245 skills that nobody meant to show.")
    }

    @Test func `skills are confirmed where they are and denied where they only seem to be`() throws {
        let confirmations = try RecordedAnswer.all().filter { $0.truth.bool != nil }
        var right = 0
        for confirmation in confirmations {
            let outcome = SkillConfirmation.outcome(in: confirmation.answer, about: confirmation.text)
            #expect(outcome != .unknown, "\(confirmation.id) can be read, and its quote stands in the text.")
            if outcome == (confirmation.truth.bool == true ? .pass : .fail) { right += 1 }
        }
        print("audit: \(right) of \(confirmations.count) confirmations are right")
        #expect(confirmations.count == 10)
        #expect(right == 10)
    }
}

/// An answer to a prompt of the audit.
private struct RecordedAnswer {
    let id: String
    /// The text between the two marks.
    let text: String
    /// The skills of a list.
    let skills: [Skill]
    /// The ids that should be listed, or whether the skill is shown.
    let truth: JSONValue
    let answer: AuditAnswer

    static let file = projectFolder.appendingPathComponent("Tests/EtudeJudgeTests/Fixtures/audit-answers.jsonl")
    static let exist = FileManager.default.fileExists(atPath: file.path)

    static func all() throws -> [RecordedAnswer] {
        let catalog = try WrittenText.catalog.get()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            var reader = RecordReader(try JSONParser.parse(String(line)))
            let prompt = try reader.string("prompt")
            let parts = prompt.split(separator: "\n----- ", omittingEmptySubsequences: false)
            let text = try #require(parts.count == 3 ? parts[1].split(separator: "\n", maxSplits: 1).last : nil)
            let words = ChatAnswer(text: try reader.string("answer"), model: "recorded")
            return RecordedAnswer(
                id: try reader.string("prompt_id"),
                text: String(text),
                skills: catalog.skills.filter { prompt.contains("\n- \($0.id): ") },
                truth: try reader.value("truth"),
                answer: AuditAnswer(words, about: String(text))
            )
        }
    }
}
