import Foundation
import Testing

/// Recorded texts in `Golden/`; one that is missing is recorded and fails, and `RECORD=1` records all again.
enum Golden {
    static func expect(_ text: String, is name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: "\(Tool.project)/Tests/etudeTests/Golden/\(name).txt")
        let isAsked = ProcessInfo.processInfo.environment["RECORD"] == "1"
        guard !isAsked, FileManager.default.fileExists(atPath: file.path) else {
            try Data(text.utf8).write(to: file)
            Issue.record("\(name) was recorded; look at it and run the tests again.", sourceLocation: location)
            return
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)), sourceLocation: location)
    }
}
