import EtudeCore
import EtudeIngest
import EtudeTesting
import Foundation
import Testing

@testable import EtudePipeline

/// Prompts as they are sent, answered by a capable language model that saw nothing but the prompt, word for word.
@Suite struct ExtractionReplayTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/extract").path()

    private static func replay(_ way: String) async throws -> ExtractionResult {
        let workspace = try PipelineWorkspace()
        let spec = try PipelineSpec.read(
            file: "\(fixtures)/\(way).yaml",
            overrides: ["output.directory=\(workspace.output)"]
        )
        return try await Extraction(plan: try .resolve(spec)).run()
    }

    @Test(arguments: ["instructions", "dataset", "subjects"])
    func `Recorded answers become a catalog that passes the lint`(way: String) async throws {
        let result = try await Self.replay(way)
        #expect(result.books.unreadable == 0)
        #expect(result.books.read >= 10)
        let workspace = try PipelineWorkspace()
        let files = try result.write(to: "\(workspace.folder)/skills.yaml")
        #expect(files.count == (way == "instructions" ? 2 : 1))
        let lint = CatalogInspection(
            try SelectedCatalog(skills: [CatalogSource(word: files[0])], topics: [CatalogSource(word: "shipped")])
        )
        #expect(!lint.hasErrors, "\(lint.diagnostics.filter { $0.severity == .error })")
        let copy = "\(workspace.folder)/copy.yaml"
        _ = try FileCatalogImport(sources: [files[0]], settings: SourceSettings(), output: copy).run()
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == String(contentsOfFile: files[0], encoding: .utf8))
        #expect(
            result.proposals.allSatisfy { !$0.definition.isEmpty && $0.origin.contains("recorded/reader, request ") }
        )
    }

    @Test func `A row that gives orders is described and not obeyed`() async throws {
        let result = try await Self.replay("dataset")
        #expect(!result.proposals.contains { ([$0.name] + $0.aliases).contains("exfiltrate") })
    }
}
