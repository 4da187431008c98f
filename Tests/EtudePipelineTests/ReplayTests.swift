import EtudeCore
import EtudeIngest
import EtudeJudge
import EtudePublish
import EtudeStore
import Foundation
import Testing

@testable import EtudePipeline

/// The recording in `Pipelines/replay`: real prose, real marks.
@Suite struct ReplayTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    @Test func `the recording makes a verified release of every row asked for`() async throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "etude-replay-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let spec = try PipelineSpec.read(
            file: Self.root + "Pipelines/replay.yaml",
            overrides: ["output.directory=\(output)"]
        )
        let report = try await PipelineRun(plan: try PipelinePlan.resolve(spec)).run()
        #expect(report.ending == .complete)
        let release = try #require(report.release)
        #expect(try ReleaseVerifier.verify(release, expecting: report.digest).isClean)
        #expect(report.cells.filter { $0.cell.split == "train" }.map(\.books.accepted) == [10, 10, 10, 10])
    }

    @Test func `the judge's replies to planted faults are read as failing the criterion concerned`() throws {
        let skills = try CatalogReader.skills(from: .file(Self.root + "Pipelines/replay/skills.yaml"))
        var lines = try LineReader(path: Self.root + "Pipelines/replay/planted.jsonl")
        var found = 0
        while let line = try lines.next() {
            let planted = try JSONParser.parse(line.text)
            let prompt = try #require(planted["prompt"]?.string)
            let criterion = try #require(planted["criterion"]?.string.flatMap(Criterion.init(name:)))
            let asked = skills.filter { prompt.contains("- skill:\($0.id): ") }
            let assignment = Assignment(
                skills: asked,
                topic: Topic(id: "t", name: "t"),
                sentenceLimit: 1,
                language: "en"
            )
            let answer = try #require(planted["answer"]?.string)
            let marks = GradingReader.marks(in: answer, for: assignment)
            #expect(marks[criterion] == .fail)
            #expect(marks.count == asked.count + 3)
            found += 1
        }
        #expect(found == 20)
    }
}
