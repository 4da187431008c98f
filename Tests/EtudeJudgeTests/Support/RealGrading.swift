import EtudeCore
import Foundation
import Testing

/// A grading of a SKILL-MIX run in `../shared`, with the marks that a person read in it.
struct RealGrading: Sendable, CustomStringConvertible {
    let description: String
    let assignment: Assignment
    let response: String
    let marks: String
    let isTable: Bool

    static let folder = projectFolder.deletingLastPathComponent().appendingPathComponent("shared/skill-mix")
    static let exist = FileManager.default.fileExists(atPath: folder.path)

    /// All gradings that the expectations list.
    static func all() throws -> [RealGrading] {
        let fixtures = projectFolder.appendingPathComponent("Tests/EtudeJudgeTests/Fixtures/real-gradings.jsonl")
        let expectations = try lines(of: fixtures)
        let files = Set(expectations.compactMap { $0["file"]?.string })
        let records = try Dictionary(
            uniqueKeysWithValues: files.map { ($0, try lines(of: folder.appendingPathComponent($0))) }
        )
        return try expectations.map { try RealGrading($0, records) }
    }

    /// How many gradings the folder holds.
    static func count() throws -> Int {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "jsonl" }
            .flatMap(lines)
            .reduce(0) { $0 + ($1["gradings"]?.array?.count ?? 0) }
    }

    private init(_ expectation: JSONValue, _ records: [String: [JSONValue]]) throws {
        var reader = RecordReader(expectation)
        let file = try reader.string("file")
        let line = try reader.int("line")
        let grading = try reader.int("grading")
        marks = try reader.string("marks")
        description = "\(file):\(line) grading \(grading)"
        isTable = file.contains("gpt-4")
        let record = try #require(records[file])[line - 1]
        var fields = RecordReader(record)
        assignment = .named(
            try fields.strings("skills"),
            topic: try fields.string("topic"),
            limit: max(1, try fields.int("k") - 1)
        )
        var answer = RecordReader(try fields.array("gradings")[grading - 1])
        response = try answer.string("response")
    }

    private static func lines(of file: URL) throws -> [JSONValue] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { try JSONParser.parse(String($0)) }
    }
}
