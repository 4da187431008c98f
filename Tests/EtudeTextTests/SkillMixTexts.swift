import EtudeCore
import Foundation

/// The texts of the public SKILL-MIX runs, where the folder beside the project holds them.
enum SkillMixTexts {
    static let runs = ["r1-llama2-7b-chat", "r1-mistral-7b-chat", "r2-gpt-4", "r2-llama2-7b-chat"]

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/skill-mix")

    static var exist: Bool {
        runs.allSatisfy { FileManager.default.fileExists(atPath: file(of: $0).path()) }
    }

    /// A line of a run: the texts by turn, and the sentences that each grading recorded for the last of them.
    struct Record {
        let texts: [String]
        let counted: [Int]
    }

    /// The lines of a run.
    static func records(of run: String) throws -> [Record] {
        let lines = try String(contentsOf: file(of: run), encoding: .utf8).split(separator: "\n")
        return try lines.map { line in
            let record = try JSONParser.parse(String(line))
            return Record(
                texts: (record["texts"]?.array ?? []).compactMap(\.string),
                counted: (record["gradings"]?.array ?? []).compactMap {
                    $0["sentences_counted"]?.string.flatMap { Int($0) }
                }
            )
        }
    }

    private static func file(of run: String) -> URL { folder.appending(path: "records-\(run).jsonl") }
}
