import EtudeCore
import EtudeText
import Foundation

/// A text of `Fixtures/sentences.jsonl` and how many sentences a reader finds in it.
struct SentenceCase: Sendable, CustomStringConvertible {
    let language: String
    let kind: String
    let count: Int
    let text: String

    var description: String { "\(language) \(kind), \(count): \(text)" }

    /// All cases of the file.
    static let all = Result { try read() }

    private static func read() throws -> [SentenceCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/sentences.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            var reader = RecordReader(try JSONParser.parse(String(line)))
            let read = SentenceCase(
                language: try reader.string("language"),
                kind: try reader.string("kind"),
                count: try reader.int("count"),
                text: try reader.string("text")
            )
            try reader.refuseOtherKeys()
            return read
        }
    }
}
