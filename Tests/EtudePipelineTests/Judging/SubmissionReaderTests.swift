import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct SubmissionReaderTests {
    private static func reader(_ mapping: FieldMapping = FieldMapping()) throws -> SubmissionReader {
        SubmissionReader(try StarterPlan.plan, mapping: mapping)
    }

    @Test func `A line is read by the names that rows have`() throws {
        let line =
            #"{"id":"a1","text":"It rains.","skills":["Modus ponens","metaphor"],"topic":"sewing","more":{"n":1}}"#
        let text = try Self.reader().read(line, number: 3)
        #expect(text.id == "a1")
        #expect(text.text == "It rains.")
        #expect(text.assignment.skills.map(\.id) == ["modus-ponens", "metaphor"])
        #expect(text.assignment.topic.id == "sewing")
        #expect(text.assignment.sentenceLimit == 1)
        #expect(text.members.map(\.key) == ["id", "text", "skills", "topic", "more"])
    }

    @Test func `Fields are found by paths`() throws {
        let mapping = FieldMapping(
            text: "completion.-1.content",
            skills: "meta.skill",
            topic: "meta.the.topic",
            id: "meta.n",
            sentenceLimit: "meta.limit",
            isAnswer: true
        )
        let line = """
            {"completion":[{"content":"no"},{"content":"Answer: It rains.\\nExplanation: It does."}],\
            "meta":{"skill":"metaphor","the.topic":"sewing","n":7,"limit":5}}
            """
        let text = try Self.reader(mapping).read(line, number: 3)
        #expect(text.id == "7")
        #expect(text.text == "It rains.")
        #expect(text.assignment.sentenceLimit == 5)
        let silent = line.replacing("Answer: ", with: "")
        #expect(try Self.reader(mapping).read(silent, number: 3).text.isEmpty)
        #expect(try Self.reader().read(#"{"text":"","skills":"metaphor","topic":"sewing"}"#, number: 3).id == "line 3")
    }

    @Test(arguments: [
        ("{", "not JSON at byte 1"), ("[]", "should hold a JSON object"),
        (#"{"Text":"x","skills":["metaphor"],"topic":"sewing"}"#, "`text` is missing; `--text Text` takes it"),
        (#"{"text":7,"skills":["metaphor"],"topic":"sewing"}"#, "`text` should hold a text"),
        (#"{"text":"x","skills":[],"topic":"sewing"}"#, "`skills` should hold a list of texts"),
        (#"{"text":"x","skills":[1],"topic":"sewing"}"#, "`skills` should hold a list of texts"),
        (#"{"text":"x","skills":["metaphors are"],"topic":"sewing"}"#, "no skill \"metaphors are\""),
        (#"{"text":"x","skills":["metaphor","Metaphor"],"topic":"sewing"}"#, "\"metaphor\" stands twice"),
        (#"{"text":"x","skills":["metaphor"],"topic":"sewin"}"#, "no topic \"sewin\"; did you mean \"sewing\"?"),
        (#"{"text":"x","skills":["metaphor"]}"#, "`topic` is missing; `--topic` names another"),
    ])
    func `What is wrong with a line is said`(line: String, words: String) throws {
        let error = #expect(throws: EtudeError.self) { _ = try Self.reader().read(line, number: 1) }
        #expect(error?.code == .data)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: ["{}", #"{"limit":0}"#, #"{"limit":"3"}"#])
    func `A sentence limit is a number above 0`(extra: String) throws {
        let line = #"{"text":"x","skills":["metaphor"],"topic":"sewing"}"#
        let json = extra == "{}" ? line : line.dropLast() + "," + extra.dropFirst()
        #expect(throws: EtudeError.self) {
            _ = try Self.reader(FieldMapping(sentenceLimit: "limit")).read(String(json), number: 1)
        }
    }

    @Test func `The seed follows from the text and what it was written for, and from nothing else`() throws {
        func seed(_ line: String) throws -> Seed { try Self.reader().read(line, number: 1).seed(below: Seed(1)) }
        let plain = try seed(#"{"text":"x","skills":["metaphor"],"topic":"sewing"}"#)
        #expect(try seed(#"{"id":"b","topic":"sewing","skills":["Metaphor"],"text":"x"}"#) == plain)
        #expect(try seed(#"{"text":"y","skills":["metaphor"],"topic":"sewing"}"#) != plain)
        #expect(try seed(#"{"text":"x","skills":["simile"],"topic":"sewing"}"#) != plain)
        #expect(try seed(#"{"text":"x","skills":["metaphor"],"topic":"gardening"}"#) != plain)
    }
}
