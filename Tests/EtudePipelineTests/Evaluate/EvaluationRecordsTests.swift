import EtudeCore
import EtudeJudge
import Foundation
import Testing

@testable import EtudePipeline

@Suite struct EvaluationRecordsTests {
    private static let record = """
        {"run": "r1", "model": "m", "k": 2, "skills": ["red herring", "irony, verbal"], "topic": "Knots", "system": "", \
        "messages": [], "texts": ["first", "It is knot so."], "gradings": [{"prompt": "", "response": "| Criteria | Points |\\n\
        | --- | --- |\\n| Pertains to Knots | 1 |\\n| Text makes sense | 1 |\\n| Correctly illustrates irony, verbal | 0 |\\n\
        | Correctly illustrates red herring | 1 |\\n| At most one sentence | 0 |", "points_extracted": "1.0,1.0,0.0,1.0,0.0"}]}
        """

    private func read(_ lines: [String]) throws -> [GradedText] {
        let file = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString).jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try EvaluationRecords.read([file.path])
    }

    @Test func `marks are read from the response by name, names hold commas, and the last text counts`() throws {
        let text = try #require(try read([Self.record, ""]).first)
        #expect(text.skills.map(\.id) == ["red-herring", "irony-verbal"])
        #expect(text.text == "It is knot so.")
        #expect(text.gradings[0].marks[.skill("red-herring")] == .pass)
        #expect(text.gradings[0].marks[.skill("irony-verbal")] == .fail)
        #expect(text.gradings[0].marks[.topic] == .pass)
        // The judge's own count of sentences is not believed.
        let score = TextScore(text, judge: "", rules: ScoringRules())
        #expect((score.skillPoints, score.otherPoints) == (1, 3))
    }

    @Test func `a question that a run asks twice is two combinations, in two runs it is one`() throws {
        let other = Self.record.replacing("\"r1\"", with: "\"r2\"")
        let texts = try read([Self.record, Self.record, other, Self.record.replacing("Knots", with: "Sewing"), other])
        #expect(texts.map(\.combination) == [0, 1, 0, 2, 1])
        #expect(texts.map(\.generation) == [0, 0, 1, 0, 1])
    }

    @Test func `the order of the skills makes no other question`() throws {
        let turned = Self.record.replacing("\"r1\"", with: "\"r2\"")
            .replacing(#"["red herring", "irony, verbal"]"#, with: #"["irony, verbal", "red herring"]"#)
        let texts = try read([Self.record, turned])
        #expect(CellScore.Question(texts[0]) == CellScore.Question(texts[1]))
        #expect(texts.map(\.generation) == [0, 1])
    }

    @Test(arguments: [
        ("\"k\": 2", "\"k\": 3"), ("\"skills\": [\"red herring\"", "\"skills\": [\"Irony verbal\""),
        ("\"gradings\": [{", "\"gradings\": [{\"a\": 1}, {"), ("\"topic\"", "\"subject\""), ("{\"run\"", "{run"),
    ])
    func `a record of another shape is refused with its line`(part: String, other: String) throws {
        let error = #expect(throws: EtudeError.self) {
            _ = try read([Self.record, Self.record.replacing(part, with: other)])
        }
        #expect(error?.code == .data)
        #expect(error?.place?.line == 2)
    }

    @Test func `a text that stands twice among own records is refused`() throws {
        let line = try #require(try read([Self.record]).first).json.canonicalText
        let error = #expect(throws: EtudeError.self) { _ = try read([line, line]) }
        #expect(error?.place?.line == 2)
        #expect(error?.message.contains(":1") == true)
    }

    @Test func `a list of skills is read line by line`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "etude-\(UUID().uuidString).txt")
        try Data("# common ones\nmetaphor\n\n  red  herring \r\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try EvaluationRecords.filteredSkills(file.path) == ["metaphor", "red herring"])
    }
}
