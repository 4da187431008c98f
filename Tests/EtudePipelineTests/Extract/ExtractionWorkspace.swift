import EtudeCore
import EtudeTesting

@testable import EtudePipeline

/// A pipeline that extracts, with a small dataset beside it.
struct ExtractionWorkspace {
    /// All three ways: 1 + 1 + 2 requests, 3 + 1 requests, and 2 + 2 requests.
    static let allWays = """
        { model: proposer, instructions: { topics: 3, skills: 5, query_types: 3 },
          dataset: { file: rows.jsonl, field: body, batch: 2 }, subjects: { names: [sums, chess], skills: 3 } }
        """
    /// The requests that all three ways take.
    static let requests = 12

    let workspace: PipelineWorkspace

    init(_ baseURL: String = "http://127.0.0.1:9/v1", extract: String = allWays, more: String = "") throws(EtudeError) {
        workspace = try PipelineWorkspace()
        let text = """
            version: 1
            name: small
            seed: 20261120
            catalog: { skills: skills.yaml, topics: topics.yaml }
            splits: { train: { k: { 1: 1 } } }
            models:
              teacher:  { provider: builtin }
              proposer: { provider: openai, base_url: "\(baseURL)", model: proposer, max_output_tokens: 400,
                          limits: { concurrency: 1 } }
            generate: { model: teacher }
            judge: { panel: [teacher] }
            output: { directory: \(workspace.output) }
            extract: \(extract)
            \(more)

            """
        try workspace.write(text, to: "pipeline.yaml")
        try workspace.write("[{ name: irony, definition: A text says what it does not mean. }]", to: "skills.yaml")
        let lexicon = "{ things: [hood], acts: [fly], places: [field], roles: [falconer] }"
        try workspace.write("[{ name: falconry, lexicon: \(lexicon) }]", to: "topics.yaml")
        let rows = ["alpha beta", "alphas gamma none", "  ", "betas delta", "alphabet gammas alpha", "delta"]
        try workspace.write(rows.map { "{\"body\": \"\($0)\"}\n" }.joined(), to: "rows.jsonl")
    }

    /// The plan, with settings replaced.
    func plan(_ overrides: [String] = []) throws -> PipelinePlan {
        try .resolve(try .read(file: workspace.pipeline, overrides: overrides))
    }

    /// Extracts to the end.
    func run(_ overrides: String..., isOffline: Bool = false) async throws -> ExtractionResult {
        try await Extraction(plan: try plan(overrides), isOffline: isOffline).run()
    }
}
