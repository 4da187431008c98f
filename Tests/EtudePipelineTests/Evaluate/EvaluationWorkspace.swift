import EtudeCore
import EtudeTesting

@testable import EtudePipeline

/// A pipeline with students of their own, over a small catalog or the shipped one.
struct EvaluationWorkspace {
    let workspace: PipelineWorkspace

    /// A workspace whose students `base` and `tuned` and whose judges `judge` and `other` stand behind a server.
    init(_ baseURL: String = "http://127.0.0.1:9/v1", evaluate: String) throws(EtudeError) {
        workspace = try PipelineWorkspace()
        let server = "provider: openai, base_url: \"\(baseURL)\", limits: { concurrency: 16 }"
        let text = """
            version: 1
            name: small
            seed: 20261120
            catalog: { skills: shipped, topics: shipped }
            holdout:
              skills: { categories: [reasoning, logic, theory-of-mind, pragmatics, common-sense, physical-knowledge] }
              topics: { fraction: 0.5 }
              combinations: { of: 2, fraction: 0.1 }
            splits:
              train:      { skills: train, topics: train, k: { 1: 4, 2: 6, 3: 6 } }
              evaluation: { skills: any, topics: held-out, k: { 2: 5, 3: 5 }, texts: none }
            sampling: { strategy: uniform }
            models:
              teacher: { provider: builtin }
              rules:   { provider: builtin }
              base:    { \(server), model: base, temperature: 0.7 }
              tuned:   { \(server), model: tuned }
              judge:   { \(server), model: judge }
              other:   { \(server), model: other }
            judge: { panel: [rules] }
            output: { directory: \(workspace.output) }
            evaluate: \(evaluate)

            """
        try workspace.write(text, to: "pipeline.yaml")
    }

    /// The plan, with settings replaced.
    func plan(_ overrides: String...) throws -> PipelinePlan {
        try .resolve(try .read(file: workspace.pipeline, overrides: overrides))
    }

    /// Evaluates to the end.
    func run(_ overrides: String..., options: Evaluation.Options = Evaluation.Options()) async throws
        -> EvaluationResult
    {
        let spec = try PipelineSpec.read(file: workspace.pipeline, overrides: overrides)
        return try await Evaluation(plan: try .resolve(spec), options: options).run()
    }
}
