import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct ModelFamilyTests {
    @Test(arguments: [
        ("gpt-5-mini", ["gpt"]), ("openai/gpt-oss-120b", ["gpt"]), ("chatgpt-4o-latest", ["gpt"]), ("o3-mini", ["gpt"]),
        ("openai/o1", ["gpt"]), ("claude-sonnet-4-5", ["claude"]), ("anthropic.claude-3-haiku", ["claude"]),
        ("meta-llama/Llama-3.1-8B-Instruct", ["llama"]), ("llama3.1:8b", ["llama"]), ("qwen3-32b", ["qwen"]),
        ("Qwen/QwQ-32B", ["qwen"]), ("mistral-large-latest", ["mistral"]),
        ("mistralai/Mixtral-8x7B-Instruct-v0.1", ["mistral"]),
        ("gemini-2.5-pro", ["gemini"]), ("google/gemma-3-27b-it", ["gemini"]), ("deepseek-chat", ["deepseek"]),
        ("deepseek-ai/DeepSeek-R1-Distill-Qwen-32B", ["deepseek", "qwen"]), ("microsoft/phi-4", ["phi"]),
        ("command-r-plus", ["command"]), ("CohereForAI/c4ai-command-r-v01", ["command"]), ("meta-llama/other-7b", []),
        ("teacher", []), ("my-o1-clone", []), ("", []),
    ])
    func `a model's name tells its families`(model: String, families: [String]) {
        #expect(Set(ModelFamily.all(ofModel: model).map(\.name)) == Set(families))
    }

    /// What a plan warns of with some blocks of teacher and judge.
    private func warnings(_ teacher: String, _ judge: String) throws -> [String] {
        let source = """
            version: 1
            name: families
            seed: 1
            splits: { train: { k: { 2: 2 } } }
            models:
              teacher: \(teacher)
              judge: \(judge)
            """
        return ModelFamily.warnings(try PipelineSpec(source: source, file: "p.yaml")).compactMap(\.rule)
    }

    @Test(arguments: [
        ("provider: openai, model: gpt-5", "provider: openai, model: gpt-5-mini", ["judge-family"]),
        ("provider: openai, model: gpt-5", "provider: openai, model: gpt-5", ["judge-is-teacher"]),
        ("provider: openai, model: gpt-5", "provider: anthropic, model: claude-sonnet-4-5", []),
        (
            "provider: openai, model: qwen3-32b", "provider: openai, model: DeepSeek-R1-Distill-Qwen-32B",
            ["judge-family"]
        ),
        ("provider: openai, model: a, family: ours", "provider: openai, model: b, family: Ours", ["judge-family"]),
        ("provider: openai, model: gpt-5", "provider: openai, model: gpt-5-mini, family: other", []),
        ("provider: openai, model: a", "provider: openai, model: b", []),
        ("provider: builtin", "provider: openai, model: gpt-5", []),
        ("provider: openai, model: gpt-5", "provider: builtin", []),
    ])
    func `a judge of the teacher's family is warned of`(teacher: String, judge: String, rules: [String]) throws {
        #expect(try warnings("{ \(teacher) }", "{ \(judge) }") == rules)
    }
}
