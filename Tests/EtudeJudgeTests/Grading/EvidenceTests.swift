import EtudeCore
import Testing

@testable import EtudeJudge

@Suite struct EvidenceTests {
    private static let assignment = Assignment.named(["metaphor"])
    private static let text = "The thread was a river through the hem."

    /// What is read of one criterion's mark.
    private func outcome(_ criterion: String, _ evidence: String?, _ met: Bool) throws -> Mark.Outcome? {
        var entry = [JSONMember("criterion", .string(criterion))]
        if let evidence { entry.append(JSONMember("evidence", .string(evidence))) }
        entry.append(JSONMember("met", .bool(met)))
        let answer: JSONValue = ["marks": [.object(entry)]]
        let reader = try GradingReader(Self.assignment, rubric: shippedRubric(), draft: Self.text)
        return reader.marks(in: answer.canonicalText)[try #require(Criterion(name: criterion))]
    }

    private static let cases: [(String, String?, Bool, Mark.Outcome)] = [
        ("skill:metaphor", "the thread was a river", true, .pass), ("skill:metaphor", "“a River”", true, .pass),
        ("skill:metaphor", "The thread is a river", true, .unknown), ("skill:metaphor", "", true, .unknown),
        ("skill:metaphor", nil, true, .unknown), ("skill:metaphor", "", false, .fail),
        ("skill:metaphor", nil, false, .fail),
        ("skill:metaphor", "a river", false, .fail), ("skill:metaphor", "no metaphor at all", false, .unknown),
        ("topic", "the hem", true, .pass), ("topic", "", true, .unknown), ("topic", "a needle", true, .unknown),
        ("sense", "", true, .pass), ("sense", nil, true, .pass), ("sense", "a needle", true, .unknown),
        ("sense", "", false, .fail),
        ("topic", text, true, .pass),
    ]

    @Test(arguments: cases)
    func `a mark stands on words of the text`(criterion: String, evidence: String?, met: Bool, expected: Mark.Outcome)
        throws
    {
        #expect(try outcome(criterion, evidence, met) == expected)
    }

    @Test func `a table has no evidence and needs none`() throws {
        let reader = try GradingReader(Self.assignment, rubric: shippedRubric(), draft: Self.text)
        let marks = reader.marks(in: tableAnswer("pppp", Self.assignment))
        #expect(letters(marks, Self.assignment) == "pppp")
    }
}
