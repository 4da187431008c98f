import EtudePublish
import Foundation
import Testing

@Suite(.smallRelease) struct ReportCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `The page of a release goes to standard output or a file, and is the one in the release`() throws {
        let written = String(decoding: try ReleaseReader(SmallRelease.folder).bytes("report.html"), as: UTF8.self)
        let printed = try Tool.run(["report", SmallRelease.folder], in: folder)
        #expect(printed.code == 0)
        #expect(printed.stderr.isEmpty)
        #expect(printed.stdout == written)
        let filed = try Tool.run(["report", SmallRelease.folder, "-o", "page.html"], in: folder)
        #expect(filed.code == 0)
        #expect(filed.stdout.isEmpty)
        #expect(try String(contentsOfFile: folder("page.html"), encoding: .utf8) == written)
    }

    @Test func `What is no release is exit 74 with a sentence`() throws {
        let output = try Tool.run(["report", "nowhere"], in: folder)
        #expect(output.code == 74)
        #expect(output.complaints.count == 1)
        #expect(output.stdout.isEmpty)
    }
}
