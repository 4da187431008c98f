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

    /// The errors that `catalog lint` finds beside the shipped topics.
    private static func errors(_ result: ExtractionResult) throws -> [Diagnostic] {
        let skills = result.proposals.map { proposal in
            Skill(
                id: Proposal.category(of: proposal.name),
                name: proposal.name,
                aliases: proposal.aliases,
                category: proposal.category,
                definition: proposal.definition,
                examples: proposal.examples
            )
        }
        return CatalogLint.check(skills: skills, topics: try CatalogReader.topics(from: .shipped))
            .filter { $0.severity == .error }
    }

    @Test(arguments: ["instructions", "dataset", "subjects"])
    func `Recorded answers become a catalog that passes the lint`(way: String) async throws {
        let result = try await Self.replay(way)
        #expect(result.books.unreadable == 0)
        #expect(result.books.read >= 10)
        #expect(try Self.errors(result).isEmpty)
        #expect(result.proposals.allSatisfy { !$0.definition.isEmpty && $0.origin.contains("recorded/reader, request ") })
    }

    @Test func `A row that gives orders is described and not obeyed`() async throws {
        let result = try await Self.replay("dataset")
        #expect(!result.proposals.contains { ([$0.name] + $0.aliases).contains("exfiltrate") })
    }
}
