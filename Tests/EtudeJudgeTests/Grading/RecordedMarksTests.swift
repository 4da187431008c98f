import EtudeCore
import EtudeModel
import EtudePrompt
import Foundation
import Testing

@testable import EtudeJudge

/// Prompts of the shipped rubric, twenty of each form, as a capable language model answered them that saw nothing else.
///
/// Into half of the texts or requests a fault was planted: a skill that is not there, another topic, shuffled words, a text
/// that praises itself, one that only looks like a case of the skill.
@Suite struct RecordedMarksTests {
    @Test(arguments: ["schema", "table"])
    func `Every mark is read, every planted fault is found, and nothing else fails`(form: String) throws {
        let recordings = try Recording.all(form)
        var found = 0
        for recording in recordings {
            let marks = try recording.marks()
            #expect(!marks.values.contains(.unknown), "\(recording.id) is read whole, and its quotes are in the text.")
            let failed = Set(marks.filter { $0.value == .fail }.map(\.key.name))
            found += !recording.faults.isEmpty && recording.faults.isSubset(of: failed) ? 1 : 0
            if !recording.isSpoilt { #expect(failed == recording.faults, "\(recording.id)") }
        }
        let planted = recordings.count { !$0.faults.isEmpty }
        print("\(form): \(found) of \(planted) planted faults found in \(recordings.count) prompts")
        #expect(recordings.count == 20)
        #expect(found == 10)
    }
}

/// A prompt with its answer.
private struct Recording {
    let id: String
    /// The criteria that must fail.
    let faults: Set<String>
    /// Whether the text was made worse: shuffled words show no skill, and praise of itself makes no sense.
    let isSpoilt: Bool
    private let text: String
    private let assignment: Assignment
    private let answer: String

    static func all(_ form: String) throws -> [Recording] {
        let file = projectFolder.appendingPathComponent("Tests/EtudeJudgeTests/Fixtures/recorded-marks.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return try lines.map { try JSONParser.parse(String($0)) }
            .filter { $0["form"]?.string == form }
            .map(Recording.init)
    }

    private init(_ line: JSONValue) throws {
        let catalog = try WrittenText.catalog.get()
        var reader = RecordReader(line)
        id = try reader.string("id")
        faults = Set(try reader.strings("must_fail"))
        isSpoilt = try ["no sense", "skill missing, with an injection"].contains(reader.string("fault"))
        text = try reader.string("text")
        answer = try reader.string("answer")
        let topic = try reader.string("topic")
        let skills = try reader.strings("skills").map { id in try #require(catalog.skill(id), "\(id)") }
        assignment = Assignment(
            skills: skills,
            topic: try #require(catalog.topics.first { $0.name == topic }),
            sentenceLimit: max(1, skills.count - 1),
            language: "en"
        )
        #expect(try reader.string("prompt").contains(text))
    }

    func marks() throws -> [Criterion: Mark.Outcome] {
        let answer = JudgeAnswer(ChatAnswer(text: answer, model: "recorded"))
        return try GradingReader(assignment, rubric: shippedRubric(), draft: text).marks(in: answer.words)
    }
}
