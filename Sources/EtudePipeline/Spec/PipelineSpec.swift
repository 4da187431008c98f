public import EtudeCore
public import EtudePublish
public import EtudeSample
public import EtudeStore

/// A pipeline file, decoded and checked key by key, nothing resolved yet.
public struct PipelineSpec: Sendable {
    /// The name of the dataset.
    public var name: String
    /// The seed from which everything drawn follows.
    public var seed: Int
    /// Where skills and topics come from.
    public var catalog: CatalogSpec
    /// What is held out.
    public var holdout: HoldoutSpec
    /// The splits, in the file's order.
    public var splits: [SplitSpec]
    /// The subsets, in the file's order.
    public var sets: [SetSpec]
    /// How combinations are drawn.
    public var strategy: SamplingStrategy
    /// The models by name, in the file's order.
    public var models: [ModelSpec]
    /// How drafts are written.
    public var generate: GenerateSpec
    /// How drafts are judged.
    public var judge: JudgeSpec
    /// What students are asked in an evaluation.
    public var evaluate: EvaluateSpec
    /// How skills are proposed by a model; nil where the file does not say.
    public var extract: ExtractSpec?
    /// Whether training texts are audited for held-out skills.
    public var exposure: ExposureSpec
    /// When two texts are too near.
    public var deduplicate: DeduplicateSpec
    /// Which benchmarks no row may hold items of.
    public var decontaminate: DecontaminateSpec
    /// What is written, and where.
    public var output: OutputSpec
    /// When a short release is published.
    public var publish: PublishSpec
    /// What a refresh adds.
    public var refresh: RefreshSpec
    /// The most that may be spent.
    public var budget: BudgetSpec
    /// When a run stops by itself.
    public var stop: StopSpec
    /// How servers are reached.
    public var network: NetworkSpec
    /// Where the journal lies, if not in the output folder.
    public var journal: String?
    /// The pipeline file as the user named it.
    public var file: String
    /// The text of the file.
    public var source: String
    /// Where the files that the pipeline file names may stand: in its folder, unless the user allows more.
    public var boundary: PathBoundary

    /// The model blocks that a run asks, each once: the teacher, then the judges, then the one that embeds texts.
    public var usedModels: [String] {
        (judge.panel + [deduplicate.semantic?.model].compactMap(\.self)).reduce(into: [generate.model]) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// The model block of a name.
    public func model(_ name: String) -> ModelSpec? { models.first { $0.name == name } }

    /// A path of the pipeline file, which is relative to the file's folder.
    ///
    /// - Parameters:
    ///   - path: the path as the file has it.
    ///   - further: a folder in which it may stand too.
    /// - Returns: the path from the process's folder on.
    /// - Throws: ``EtudeError`` with code `config` for a path that leads out of the boundary, or to a special file.
    public func resolve(_ path: String, orIn further: String? = nil) throws(EtudeError) -> String {
        let slash = path.hasPrefix("/") ? nil : file.lastIndex(of: "/")
        let full = slash.map { file[...$0] + path } ?? path
        _ = try (further.map(boundary.including) ?? boundary).resolve(full)
        return full
    }
}
