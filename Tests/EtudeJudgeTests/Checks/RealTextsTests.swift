import EtudeCore
import EtudeIngest
import EtudeText
import Foundation
import Testing

@testable import EtudeGenerate
@testable import EtudeJudge

/// What the checks say of texts that were written in earnest.
@Suite struct RealTextsTests {
    @Test func `the built-in teacher's texts are refused by nothing and warned of by nothing`() throws {
        for index in 0..<100 {
            let written = try WrittenText(index, k: 1 + index % 5)
            let text = CheckedText(written.text, for: written.assignment)
            #expect(CodeChecks.refusal(of: text) == nil, "\(written.text)")
            #expect(CodeChecks.warnings(on: text).isEmpty, "\(written.text)")
        }
    }

    @Test func `no clause of the shipped catalog is near to a copy of its skill's entry`() throws {
        for skill in try WrittenText.catalog.get().skills {
            for realization in skill.realizations {
                let clause = realization.pieces.map { if case .text(let text) = $0 { text } else { "qqq" } }.joined()
                for source in [skill.definition] + skill.examples {
                    let run = WordRun.heaviest(in: WordPlaces(Folding.words(clause)), sharedWith: Folding.words(source))
                    #expect(run?.weight ?? 0 <= WordRun.copied - 6, "\(skill.id): \(clause)")
                }
            }
        }
    }

    @Test func `recorded answers to the replay pipeline are refused by none of the checks`() throws {
        let file = projectFolder.appendingPathComponent("Pipelines/replay/answers.jsonl")
        let skills = try CatalogReader.skills(
            from: .file(projectFolder.appendingPathComponent("Pipelines/replay/skills.yaml").path)
        )
        var texts = 0
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let record = try JSONParser.parse(String(line))
            guard record["model"]?.string == "recorded/teacher" else { continue }
            let answer = try #require(record["answer"]?["text"]?.string)
            let parsed = try #require(AnswerParser.parse(answer))
            let prompt = (record["messages"]?.array ?? []).compactMap { message -> Message? in
                guard let role = message["role"]?.string.flatMap(Message.Role.init),
                    let content = message["content"]?.string
                else { return nil }
                return Message(role, content)
            }
            let request = try #require(prompt.first).content
            let assignment = Assignment(
                skills: skills.filter { request.contains($0.definition) },
                topic: Topic(id: "any", name: "any"),
                sentenceLimit: 9,
                language: "en"
            )
            #expect(!assignment.skills.isEmpty)
            let refusal = CodeChecks.refusal(of: CheckedText(parsed.text, for: assignment, prompt: prompt))
            #expect(refusal == nil, "\(parsed.text)")
            texts += 1
        }
        #expect(texts == 160)
    }

    @Test func `eight hundred examples and test sentences are taken for no refusal, order, verdict, slot or token`()
        throws
    {
        let fixture = projectFolder.appendingPathComponent("Tests/EtudeTextTests/Fixtures/sentences.jsonl")
        var texts = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n").map { line in
            try #require(JSONParser.parse(String(line))["text"]?.string)
        }
        for skill in try WrittenText.catalog.get().skills {
            texts += skill.examples + [skill.counterexample?.text ?? "none"]
        }
        #expect(texts.count > 800)
        let checks: [any CodeCheck] = [
            RefusedText(), ControlToken(), TemplateSlot(), ForgedVerdict(), JudgeAddress(),
        ]
        for text in texts {
            for check in checks { #expect(finding(check, in: text) == nil, "\(check.id): \(text)") }
        }
    }

    @Test(.enabled(if: RealGrading.exist, "needs the folder ../shared/skill-mix"))
    func `of the texts of the public runs those are refused that a reader would refuse`() throws {
        var refused: [String] = []
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: RealGrading.folder.path).sorted()
        where file.hasSuffix(".jsonl") {
            let lines = try String(contentsOf: RealGrading.folder.appendingPathComponent(file), encoding: .utf8)
            for (line, text) in lines.split(separator: "\n").enumerated() {
                let record = try JSONParser.parse(String(text))
                let messages = (record["messages"]?.array ?? []).compactMap { message in
                    message["content"]?.string.map {
                        Message(message["role"]?.string == "user" ? .user : .assistant, $0)
                    }
                }
                let assignment = Assignment.named(
                    (record["skills"]?.array ?? []).compactMap(\.string),
                    topic: record["topic"]?.string ?? "",
                    limit: 2
                )
                let last = try #require(record["texts"]?.array?.last?.string)
                count += 1
                guard let refusal = CodeChecks.refusal(of: CheckedText(last, for: assignment, prompt: messages)) else {
                    continue
                }
                refused.append("\(file.dropFirst(8).dropLast(6)):\(line + 1) \(refusal.reason)")
            }
        }
        print(
            "Refused by code, of \(count) final texts of the public runs:",
            refused.joined(separator: "\n"),
            separator: "\n"
        )
        #expect(count == 20)
        #expect(
            refused == [
                // No answer at all; an announcement in the words of the request, and no text behind it.
                "r1-llama2-7b-chat:1 empty",
                "r1-llama2-7b-chat:4 repeats_prompt",
                // Three sentences for k = 3; the skills by name.
                "r1-mistral-7b-chat:5 sentence_limit",
                "r2-llama2-7b-chat:4 names_skill",
            ]
        )
    }
}
