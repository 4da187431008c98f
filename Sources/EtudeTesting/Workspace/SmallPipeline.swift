/// A pipeline of a few dozen rows over the shipped catalog, divided as the quickstart's.
public struct SmallPipeline: Sendable {
    /// Who writes and judges.
    public enum Models: Sendable {
        /// The teacher and the judge inside the tool.
        case builtIn
        /// A server at a base address.
        case server(String)
        /// A server that speaks Anthropic's Messages API.
        case anthropic(String)
        /// Several servers at their base addresses.
        case servers([String])
    }

    /// Who writes and judges.
    public var models: Models
    /// The rows of the training split at each of its two k; the other splits have half and a third of it.
    public var rows = 12
    /// How combinations are drawn.
    public var strategy = "uniform"
    /// The most requests in flight to the teacher.
    public var teacherConcurrency = 4
    /// The most requests in flight to the judge.
    public var judgeConcurrency = 4

    /// Further keys of both models' blocks, such as `price: …`.
    public var modelSettings = ""
    /// Further keys of `limits` of both models.
    public var limits = ""
    /// The key `generate`.
    public var generate = "{ attempts: 2 }"
    /// Further lines at the top level.
    public var topLevel = ""

    /// A pipeline of some models.
    public init(_ models: Models) {
        self.models = models
    }

    /// The most requests in flight.
    public var concurrency: Int { teacherConcurrency + judgeConcurrency }

    private var third: Int { rows / 3 }

    /// The pipeline file.
    ///
    /// - Parameter output: the output folder.
    /// - Returns: the YAML.
    public func text(output: String) -> String {
        """
        version: 1
        name: small
        seed: 20261120
        catalog: { skills: shipped, topics: shipped }
        holdout:
          skills: { categories: [reasoning, logic, theory-of-mind, pragmatics, common-sense, physical-knowledge] }
          topics: { fraction: 0.5 }
          combinations: { of: 2, fraction: 0.1 }
        splits:
          train:          { skills: train,    topics: train,    k: { 2: \(rows), 3: \(rows) } }
          validation:     { skills: train,    topics: train,    k: { 2: \(third), 3: \(third) } }
          heldout_skills: { skills: held-out, topics: train,    k: { 2: \(rows / 2), 3: \(rows / 2) } }
          evaluation:     { skills: any,      topics: held-out, k: { 2: 8, 4: 8 }, texts: none }
        sets:
          d23: { split: train, k: [2, 3], rows: \(rows - 2) }
        sampling: { strategy: \(strategy) }
        models:
          teacher: \(model("teacher", concurrency: teacherConcurrency))
          judge: \(model("judge", concurrency: judgeConcurrency))
        generate: \(generate)
        output: { directory: \(output), rows_per_shard: 5 }
        \(topLevel)

        """
    }

    private func model(_ name: String, concurrency: Int) -> String {
        let limits = "limits: { concurrency: \(concurrency)\(limits.isEmpty ? "" : ", \(limits)") }"
        let more = modelSettings.isEmpty ? "" : ", \(modelSettings)"
        return switch models {
        case .builtIn: "{ provider: builtin, \(limits) }"
        case .server(let baseURL): "{ provider: openai, model: \(name), base_url: \"\(baseURL)\", \(limits)\(more) }"
        case .anthropic(let baseURL):
            "{ provider: anthropic, model: \(name), base_url: \"\(baseURL)\", \(limits)\(more) }"
        case .servers(let addresses):
            "{ provider: openai, model: \(name), base_url: [\(addresses.joined(separator: ", "))], \(limits)\(more) }"
        }
    }
}
