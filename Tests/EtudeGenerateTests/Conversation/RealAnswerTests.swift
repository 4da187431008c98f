import EtudeCore
import EtudeGenerate
import Foundation
import Testing

/// Real answers of three models in SKILL-MIX runs (`../shared/skill-mix`), read by a person.
@Suite struct RealAnswerTests {
    /// A turn with the first digits of the SHA-256 of the text in it, or nil where no text is marked.
    struct Expectation: Sendable, CustomTestStringConvertible {
        let run: String
        let line: Int
        let turn: Int
        let digest: String?

        init(_ run: String, _ line: Int, _ turn: Int, _ digest: String?) {
            self.run = run
            self.line = line
            self.turn = turn
            self.digest = digest
        }

        var testDescription: String { "\(run) line \(line) turn \(turn)" }
    }

    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/skill-mix")

    /// Where nil stands, the model left the answer empty or announced a text and put it somewhere else.
    static let expectations = [
        Expectation("r1-llama2-7b-chat", 1, 1, nil),
        Expectation("r1-llama2-7b-chat", 1, 2, nil),
        Expectation("r1-llama2-7b-chat", 2, 1, "aa1133776a50c189"),
        Expectation("r1-llama2-7b-chat", 2, 2, "bd29b5c7bc4c11df"),
        Expectation("r1-llama2-7b-chat", 3, 1, "09ca165d5317373d"),
        Expectation("r1-llama2-7b-chat", 3, 2, "74663230d0c62260"),
        Expectation("r1-llama2-7b-chat", 4, 1, nil),
        Expectation("r1-llama2-7b-chat", 4, 2, nil),
        Expectation("r1-llama2-7b-chat", 5, 1, nil),
        Expectation("r1-llama2-7b-chat", 5, 2, "2eafdd69b0a57565"),
        Expectation("r1-mistral-7b-chat", 1, 1, "5cdd8d5906b1f163"),
        Expectation("r1-mistral-7b-chat", 1, 2, "31aa8ae8045faa11"),
        Expectation("r1-mistral-7b-chat", 2, 1, "171c5e445e544db0"),
        Expectation("r1-mistral-7b-chat", 2, 2, "171c5e445e544db0"),
        Expectation("r1-mistral-7b-chat", 3, 1, "9cc9e49e6463f62f"),
        Expectation("r1-mistral-7b-chat", 3, 2, "495693d72e88dab2"),
        Expectation("r1-mistral-7b-chat", 4, 1, "e5becd64de894610"),
        Expectation("r1-mistral-7b-chat", 4, 2, "e3f6e9af26540f0e"),
        Expectation("r1-mistral-7b-chat", 5, 1, "bce153cac983c133"),
        Expectation("r1-mistral-7b-chat", 5, 2, "7a209c2495f6c468"),
        Expectation("r2-gpt-4", 1, 1, "7f8e8e4651bc2d1a"),
        Expectation("r2-gpt-4", 1, 2, "3c9571fa25cc084b"),
        Expectation("r2-gpt-4", 2, 1, "5e34f6d02ad2a105"),
        Expectation("r2-gpt-4", 2, 2, "e17240896ae1ec4b"),
        Expectation("r2-gpt-4", 3, 1, "7ffe037dc0b3c29c"),
        Expectation("r2-gpt-4", 3, 2, "88135843b1a23bf4"),
        Expectation("r2-gpt-4", 4, 1, "8575177702dba862"),
        Expectation("r2-gpt-4", 4, 2, "8966a55d319811f3"),
        Expectation("r2-gpt-4", 5, 1, "b4bbd37996664325"),
        Expectation("r2-gpt-4", 5, 2, "5a44c3856d56aa21"),
        Expectation("r2-llama2-7b-chat", 1, 1, "6e92323356cf783e"),
        Expectation("r2-llama2-7b-chat", 1, 2, "a2e9b317fc241205"),
        Expectation("r2-llama2-7b-chat", 2, 1, nil),
        Expectation("r2-llama2-7b-chat", 2, 2, "4e087ebad22669c7"),
        Expectation("r2-llama2-7b-chat", 3, 1, nil),
        Expectation("r2-llama2-7b-chat", 3, 2, "adc329ea8a72f620"),
        Expectation("r2-llama2-7b-chat", 4, 1, nil),
        Expectation("r2-llama2-7b-chat", 4, 2, nil),
        Expectation("r2-llama2-7b-chat", 5, 1, nil),
        Expectation("r2-llama2-7b-chat", 5, 2, "a59bf002023e4e3f"),
    ]

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: folder.path),
            "The folder ../shared/skill-mix is not here."
        ),
        arguments: expectations
    )
    func `finds the text that a reader finds`(_ item: Expectation) throws {
        let file = Self.folder.appendingPathComponent("records-\(item.run).jsonl")
        let lines = try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
        let record = try JSONParser.parse(String(lines[item.line - 1]))
        let answers = try #require(record["messages"]?.array).filter { $0["role"]?.string == "assistant" }
        let answer = try #require(answers[item.turn - 1]["content"]?.string)
        let text = AnswerParser.parse(answer)?.text
        #expect(text.map { SHA256.digest(of: $0).hex(first: 16) } == item.digest, "\(text ?? "unreadable")")
    }
}
