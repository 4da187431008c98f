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

    /// The texts of a run, by line and turn.
    static func texts(of run: String) throws -> [[String]] {
        let lines = try String(contentsOf: file(of: run), encoding: .utf8).split(separator: "\n")
        return try lines.map { line in
            let record = try JSONParser.parse(String(line))
            return (record["texts"]?.array ?? []).compactMap(\.string)
        }
    }

    private static func file(of run: String) -> URL { folder.appending(path: "records-\(run).jsonl") }
}
