import EtudeCore
import EtudeText
import Foundation
import Testing

@testable import EtudeCurate

@Suite(.enabled(if: RealTexts.exist, "needs the folder ../shared/skill-mix"))
struct RealDuplicatesTests {
    @Test func `Different real texts are not near, and only the same are exact`() throws {
        let texts = try RealTexts.all()
        var index = DuplicateIndex(settings: NearDuplicateSettings())
        var keys: Set<String> = []
        for text in texts {
            let match = index.match(for: text)
            #expect(match?.rule == (keys.insert(Folding.key(text)).inserted ? nil : .exact), "\(text)")
            index.insert(id: text, text: text)
        }
        print("Real texts: \(texts.count), \(keys.count) of them different.")
    }

    @Test func `A real text with one word replaced, inserted or removed is caught`() throws {
        let texts = try RealTexts.all()
        var changes = 0
        for text in texts {
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count >= 12 else { continue }
            var index = DuplicateIndex(settings: NearDuplicateSettings())
            index.insert(id: "kept", text: text)
            for place in words.indices {
                var changed = words
                switch place % 3 {
                case 0: changed[place] = "peregrination"
                case 1: changed.insert("peregrination", at: place)
                default: changed.remove(at: place)
                }
                changes += 1
                #expect(index.match(for: changed.joined(separator: " ")) != nil, "\(place): \(text)")
            }
        }
        print("One word changed in real texts of 12 words and more: \(changes) changes.")
    }
}

/// The texts of the public SKILL-MIX runs, where the folder beside the project holds them.
private enum RealTexts {
    private static let files = ["r1-llama2-7b-chat", "r1-mistral-7b-chat", "r2-gpt-4", "r2-llama2-7b-chat"].map {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "shared/skill-mix/records-\($0).jsonl"
            )
    }

    static var exist: Bool { files.allSatisfy { FileManager.default.fileExists(atPath: $0.path()) } }

    static func all() throws -> [String] {
        try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").flatMap { line in
                try (JSONParser.parse(String(line))["texts"]?.array ?? []).compactMap(\.string)
            }
        }
    }
}
