import EtudeCore
import EtudeCurate
import EtudeSample
import EtudeStore

extension PipelineSpec {
    /// Reads a pipeline file.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - overrides: settings of the command line, each `key.path=value`.
    ///   - allowsOutside: whether the files that it names may stand outside of its folder.
    /// - Returns: the pipeline.
    /// - Throws: ``EtudeError`` with code `config` for a file that is missing or wrong.
    public static func read(file: String, overrides: [String] = [], allowsOutside: Bool = false) throws -> PipelineSpec
    {
        let files = RealFileSystem()
        guard [.file, .symbolicLink].contains(try files.kind(of: file)) else {
            throw EtudeError(
                .config,
                "There is no pipeline file \(file); `etude init \(file)` writes one to start from."
            )
        }
        // A pipe or a device would never end.
        _ = try PathBoundary.everywhere.open(file)
        guard let source = String(validating: try files.read(file), as: UTF8.self) else {
            throw EtudeError(.config, "The file is not valid UTF-8.", at: Place(file: file))
        }
        var spec = try PipelineSpec(source: source, file: file, overrides: overrides)
        if allowsOutside { spec.boundary = .everywhere }
        return spec
    }

    /// The folder of the pipeline file, from which relative paths start.
    var folder: String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    }

    /// Refuses a file or folder, named from the process's folder on, that leads out of where the pipeline's files may stand.
    var admit: (String) throws(EtudeError) -> Void {
        { (path) throws(EtudeError) in _ = try boundary.resolve(path) }
    }

    /// The holdout as the sampler knows it.
    var holdoutRule: HoldoutRule {
        HoldoutRule(
            skills: HoldoutRule.Skills(
                categories: holdout.skills.categories,
                ids: holdout.skills.ids,
                fraction: holdout.skills.fraction,
                families: holdout.skills.families
            ),
            topics: HoldoutRule.Topics(ids: holdout.topics.ids, fraction: holdout.topics.fraction),
            combinations: holdout.combinationFraction > 0
                ? HoldoutRule.Combinations(of: holdout.combinationSize, fraction: holdout.combinationFraction) : nil
        )
    }

    /// The splits as the sampler knows them.
    ///
    /// - Parameters:
    ///   - series: the dataset so far; nil for a first release, which asks for the rows of the file.
    ///   - carried: the rows that are carried on.
    /// - Returns: the rules.
    func splitRules(after series: Series? = nil, carrying carried: CarriedRows? = nil) -> [SplitRule] {
        splits.map { split in
            SplitRule(
                name: split.name,
                skills: SplitRule.Pool(rawValue: split.skills) ?? .train,
                topics: SplitRule.Pool(rawValue: split.topics) ?? .train,
                combinations: SplitRule.Combinations(rawValue: split.combinations) ?? .open,
                texts: split.hasTexts,
                rows: Dictionary(
                    split.rows.map { k, rows in
                        let before = carried?.counts["\(split.name)/k\(k)"] ?? 0
                        return (k, series?.rows(split, k: k, of: self, carried: before) ?? rows)
                    }
                ) { first, _ in first }
            )
        }
    }
}

extension ReleaseFacts {
    /// The facts of a pipeline with a divided catalog.
    init(spec: PipelineSpec, catalog: Catalog, division: Division, criteria: [String]) {
        self.init(
            name: spec.name,
            catalog: catalog,
            heldOutSkills: Set(division.heldOutSkills),
            heldOutTopics: Set(division.heldOutTopics),
            closed: ClosedTuples(size: spec.holdout.combinationSize, division.closed),
            splits: spec.splits.map { split in
                SplitFacts(
                    name: split.name,
                    skills: SplitFacts.Side(rawValue: split.skills) ?? .train,
                    topics: SplitFacts.Side(rawValue: split.topics) ?? .train,
                    combinations: SplitFacts.Combinations(rawValue: split.combinations) ?? .open,
                    texts: split.hasTexts
                )
            },
            sentenceLimits: Dictionary(
                spec.splits.flatMap(\.rows).map { ($0.k, spec.generate.sentences.limit(k: $0.k)) }
            ) { first, _ in first },
            turns: Turns(rawValue: spec.output.turns) ?? .final,
            explanation: spec.output.explanation,
            near: spec.deduplicate.near,
            allowedMentions: spec.holdout.allowedMentions.map {
                ReleaseFacts.AllowedMention(entry: $0.entry, names: $0.names)
            },
            criteria: criteria,
            accept: spec.judge.accept
        )
    }
}
