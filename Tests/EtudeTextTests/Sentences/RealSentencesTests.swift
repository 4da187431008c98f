import EtudeText
import Testing

@Suite(.enabled(if: SkillMixTexts.exist, "needs the folder ../shared/skill-mix"))
struct RealSentencesTests {
    /// For each run, for each of its lines, the sentences that a reader counts in each turn.
    private static let read: [String: [[Int]]] = [
        "r1-llama2-7b-chat": [[0, 0], [1, 2], [5, 2], [2, 1], [2, 1]],
        "r1-mistral-7b-chat": [[1, 1], [1, 1], [1, 1], [3, 2], [3, 3]],
        "r2-gpt-4": [[1, 1], [2, 2], [2, 2], [4, 2], [2, 1]],
        "r2-llama2-7b-chat": [[1, 1], [9, 2], [2, 1], [2, 2], [1, 1]],
    ]

    @Test(arguments: SkillMixTexts.runs)
    func `Real texts have the sentences that a reader counts`(run: String) throws {
        let texts = try SkillMixTexts.records(of: run).map(\.texts)
        #expect(texts.map { $0.map(Sentences.count) } == Self.read[run])
    }

    @Test func `The original rule gives every count that the original recorded`() throws {
        var gradings = 0
        for run in SkillMixTexts.runs {
            for record in try SkillMixTexts.records(of: run) {
                gradings += record.counted.count
                let text = try #require(record.texts.last)
                for counted in record.counted {
                    #expect(OriginalSentenceRule.count(text) == counted, "\(run): \(text)")
                }
            }
        }
        #expect(gradings == 48)
    }

    @Test func `The counts that the original got wrong are these`() throws {
        var recorded: [String] = []
        var all: [String] = []
        for run in SkillMixTexts.runs {
            let counts = try #require(Self.read[run])
            for (line, record) in try SkillMixTexts.records(of: run).enumerated() {
                for (turn, text) in record.texts.enumerated() {
                    let original = OriginalSentenceRule.count(text)
                    let right = counts[line][turn]
                    guard original != right else { continue }
                    let place = "\(run) line \(line + 1) turn \(turn + 1): original \(original), right \(right)"
                    all.append(place)
                    // Only the last turn was graded.
                    if turn == record.texts.count - 1, !record.counted.isEmpty { recorded.append(place) }
                }
            }
        }
        print("Sentence counts that differ from the original's:", all.joined(separator: "\n"), separator: "\n")
        #expect(recorded == ["r1-llama2-7b-chat line 1 turn 2: original 1, right 0"])
        #expect(
            all == [
                "r1-llama2-7b-chat line 1 turn 1: original 1, right 0",
                "r1-llama2-7b-chat line 1 turn 2: original 1, right 0",
                "r2-llama2-7b-chat line 2 turn 1: original 6, right 9",
            ]
        )
    }
}
